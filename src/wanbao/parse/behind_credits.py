"""What may stand behind the credit of a picture: where it was taken, how it came, who passed it on."""

from __future__ import annotations

import re

from wanbao.parse.agency_credits import AGENCY, PICTURE_AGENCY
from wanbao.patterns import HAN, regex


def until_credit(text: str) -> str:
    """The text without what may stand behind a credit: where it was taken, how it came, who passed it on."""
    if text[-1] == "摄" and (body := _OF_A_BODY.search(text, max(0, len(text) - 20))):
        text = f"{text[: body.start()]} 摄"
    if text[-6:].endswith(("照片）", "照片)")) and (wired := _WIRED_PICTURE.search(text)):
        text = text[: wired.start()]
    if ("摄于" in text[-20:] or "摄自" in text[-20:] or "日摄" in text[-4:]) and (
        dated := _TAKEN_AT.search(text, max(0, len(text) - 30))
    ):
        text = text[: dated.start()] + ("摄)" if text[-1] in ")）" else "摄")
    if text[-2:-1] == "版" and (pointer := _SEE_PAGE.search(text, max(0, len(text) - 24))):
        text = text[: pointer.start()]
    if text[-1] in "发)）库社网" and (after := _AFTER_CREDIT.search(text, max(0, len(text) - 24))):
        text = text[: after.start()]
    if "AI" in text[-20:]:
        text = _WORKED_OVER.sub("", text)
    if "/" in text[-9:] or "／" in text[-9:]:
        text = _BY_AGENCY.sub("", text)
    if "视觉" in text[-7:]:
        text = _FORWARDED.sub("", text)
    if "》" in text[-3:] and (printed := _PRINTED_BEFORE.search(text, max(0, len(text) - 40))):
        text = text[: printed.start()] + ")"
    return text


_OF_A_BODY = regex(rf"(?<=[{HAN}])\s?[（(][{HAN}]{{2,12}}[）)]\s?[/／]?\s?摄$")
"""`周晓（市摄协）摄`: of which society the photographer is."""
_WIRED_PICTURE = regex(r"(?<=[)）])\s?[(（](?:数码|彩色|黑白)?传真照片[)）]$")
"""`（新华社记者李江摄）（数码传真照片）`: how the picture came."""
_TAKEN_AT = regex(
    rf"(?:\s?(?:(?:\d{{1,2}}月)?\d{{1,2}}日|[今昨前][日天晚晨夜]))?(?:[上下中]午|凌晨|清晨|傍晚|晚)?(?:\d{{1,2}}时(?:\d{{1,2}}分|许)?)?摄[于自][{HAN}\d—－-]{{2,16}}[)）]?$"
    rf"|(?<=[{HAN}])\s?(?:\d{{1,2}}月)?\d{{1,2}}日摄[)）]?$"
)
"""`王小满 摄于南门街`, `王小满1月6日摄自灾区`, `王小满昨晚9时摄于南门`: where or when it was taken."""
_AFTER_CREDIT = regex(
    rf"(?<=[摄影图供道])(?:\s?[(（](?:{PICTURE_AGENCY}|[{HAN}]{{2,6}}图片[库社网]|资料(?:图片?|照片))[)）]"
    rf"|\s[{HAN}]{{2,5}}(?:[网社报]发|图片[库社网])[)）]?)$",
    re.IGNORECASE,
)
"""`董子军摄影报道（人民视觉）`, `受访者供图 海角网发`: who passed the picture on."""
_SEE_PAGE = regex(r"(?<=[摄图供)）])\s?[（(](?:相关|详细|本报)?(?:报道)?(?:请?[详参]?见|刊)[^（）()]{1,10}版[）)]$")
"""`（周晓 摄）（相关报道见第十四版）`: where more is told."""
_WORKED_OVER = regex(rf"(?<=[摄影图供])\s?[，,、；]?\s?(?:经|由|并)?AI[{HAN}]{{2,12}}(?=[)）]?$)")
"""`周晓摄，AI修饰生成素描画`: what was made of the photograph."""
_BY_AGENCY = regex(rf"(?<=[摄影])\s?[/／]\s?(?:{AGENCY}|[{HAN}]{{2,4}}(?:图片|视觉))(?=[)）]?$)")
"""`（周晓 摄/新华社）`: the same."""
_FORWARDED = regex(rf"(?<=[{HAN}])\s?/\s?视觉(?!中国)[{HAN}]{{2,4}}$")
"""`特约摄影 李江/视觉海角`: the same."""
_PRINTED_BEFORE = regex(r"(?<=[摄影图画])\s?(?:原载|选自|摘自|据)《[^《》]{2,16}》\s?[)）]$")
"""`（杨武摄 原载《民族画报》）`"""
