"""What programs that read a page write on it besides, as patterns with their proof."""

from __future__ import annotations

from wanbao.furniture.pattern import Pattern

LITTER: tuple[Pattern, ...] = (
    Pattern(
        "other",
        ("识别", "提取", "转录", "图片中", "图像中", "OCR"),
        r"^(?:好的[,!。]\s?)?(?:以下|下面)(?:是|为)[^。]{0,16}(?:识别|提取|转录|图[片像]中|OCR)[^。]{0,14}(?:文字|内容|结果|文本)[:。]?$",
        ("以下是图片中的文字内容:", "好的,以下是识别结果:", "以下为OCR提取的文本内容"),
        ("以下是警方识别嫌疑人的经过,他走进超市。", "以下是法医从现场提取的物证,内容令人吃惊"),
    ),
    Pattern(
        "other",
        ("页", "Page", "page", "PAGE", "watermark"),
        r"^<(page_number|watermark)>[^<>]{1,60}</\1>$|^(?:第\s?\d{1,3}\s?页(?:\s?[,/]?\s?(?:共|总)\s?\d{1,3}\s?页)?|[Pp](?:age|AGE)\s\d{1,3}(?:\s(?:of|/)\s\d{1,3})?)$",
        ("第2页 共8页", "第 2 页", "Page 2 of 8", "Page 3", "<page_number>2</page_number>"),
        ("第2页合同上没有他的名字", "第2页 他翻过去", "Page One 咖啡馆开业"),
    ),
)
"""Numbers of sheets, watermarks, and what a language model says before it begins."""
