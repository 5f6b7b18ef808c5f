"""What programs that read a page write on it besides, as patterns with their proof."""

from __future__ import annotations

from wanbao.furniture.pattern import Pattern

LITTER: tuple[Pattern, ...] = (
    Pattern(
        "other",
        ("识别", "提取", "转录", "图片中", "图像中", "OCR"),
        r"^(?:好的[,!。]\s?)?(?:以下|下面)(?:是|为)[^。]{0,16}(?:(?:识别|提取|转录)(?:出来?)?|图[片像]中|OCR)的?(?:所有|全部|完整|主要)?(?:文字|文本|内容|结果){1,2}[:。]?$",
        ("以下是图片中的文字内容:", "好的,以下是识别结果:", "以下为OCR提取的文本内容"),
        (
            "以下为提取公积金所需内容:",
            "以下是识别诈骗短信的主要内容:",
            "以下是警方识别嫌疑人的经过,他走进超市。",
            "以下是法医从现场提取的物证,内容令人吃惊",
        ),
    ),
    Pattern(
        "other",
        ("页", "Page", "page", "PAGE", "watermark"),
        r"^<(page_number|watermark)>[^<>]{1,60}</\1>$|^(?:第\s?\d{1,3}\s?页(?:\s?[,/]?\s?(?:共|总)\s?\d{1,3}\s?页)?|[Pp](?:age|AGE)\s\d{1,3}(?:\s(?:of|/)\s\d{1,3})?)$",
        ("第2页 共8页", "第 2 页", "Page 2 of 8", "Page 3", "<page_number>2</page_number>"),
        ("第2页合同上没有他的名字", "第2页 他翻过去", "Page One 咖啡馆开业"),
    ),
    Pattern(
        "other",
        ("://", "/"),
        r"^(?:https?|file)://[^\s]{3,400}(?:\s{1,200}\d{1,3}/\d{1,3})?$|^(?:\d{4}/\d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}/\d{2,4},)\s(?:[上下]午\s?)?\d{1,2}:\d\d(?:\s[AP]M)?(?:\s{1,200}[^\s].{0,60})?$",
        (
            "https://paper.haijiao.example/2024-05/18/c_1.htm   1/2",
            "file:///C:/Users/a/a02.pdf",
            "2024/5/18 16:39 海角晚报数字报",
            "11/28/26, 4:39 PM",
        ),
        (
            "报名请登录https://haijiao.example/a",
            "1/2的人没有回答",
            "3/4",
            "1/2/2024 10:30 海角火车站集合",
            "2024/5/18 16:39分,江水漫过了第一级石阶。",
        ),
    ),
    Pattern(
        "other",
        ("模糊", "无法", "看不清"),
        r"^[(\[]\s?(?:注|说明|备注)\s?:[^()\[\]]{0,24}(?:(?:文字|字迹|内容|原文)[^()\[\]]{0,4}模糊|无法识别|无法辨认|看不清)[^()\[\]]{0,16}[)\]]$",
        ("(注:部分文字模糊,无法识别)", "[说明:右下角看不清]"),
        ("(注:照片由读者提供)", "(注:部分照片模糊,请谅解)", "他说碑上的字已经模糊(注:此碑立于清代)"),
    ),
)
"""Numbers of sheets, watermarks, what a browser prints around a page, and what a language model says besides."""
