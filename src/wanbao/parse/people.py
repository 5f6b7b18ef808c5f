"""The people of an author line, of a letter's head, or of a signature on a line of its own."""

from __future__ import annotations

import re

from msgspec.structs import replace

from wanbao.credited import Credit
from wanbao.nameforms import is_addressed, looks_like_name
from wanbao.names import Grammar
from wanbao.parse.drafts import Draft
from wanbao.parse.endings import taken_down_by, without_brackets
from wanbao.parse.original import printed_credits
from wanbao.parse.sight import Sight
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced

_AUTHOR = regex(
    rf"(?:读者|市民|网友|居民|群众)\s?([{HAN}]\s[{HAN}]{{1,2}}(?=\s?(?:来|[—:：-]))|[{HAN}·]{{2,4}}?)\s?(?:来[信电稿函]|投书|投诉|反映|说|[—:：-]|$)"
)
_LABEL = regex(rf"(?:^|(?<=[\s）)]))([{HAN}]{{2,5}})\s?[:：/]\s?")
_NAME = rf"([{HAN}]{{2,4}}|[{HAN}]\s[{HAN}])(?=[\s(（)）/／]|$)"
_PUPIL = regex(rf"(?:[0-9{HAN}()（）]{{2,20}}[班级系]|(?:指导|辅导)(?:老师|教师))\s{{1,3}}{_NAME}")
"""`城关小学五（3）班 余思源`, `指导老师 谷雪`: who wrote a piece of a school's page, and who helped."""
_SOURCE_AUTHOR = regex(rf"》[^》]{{0,12}}?(?:作者\s?[:：]\s?|\s){_NAME}")
"""`（摘自《海角周刊》 郦文 文）`: who wrote what another paper printed."""
_PICTURES = frozenset(("摄影", "图片", "照片", "供图", "图"))
_LETTER_LABELS = frozenset(("来电读者", "来信人", "投诉人"))


def credit_people(draft: Draft, sight: Sight, where: str, grammar: Grammar) -> None:
    """Give an article the people that a line names."""
    text = sight.text.strip()
    author = _AUTHOR.match(text)
    if author and is_addressed(author.group(1)):
        draft.letter = True
    elif author:
        draft.letter = True
        draft.credit((Credit(unspaced(author.group(1)), author.group(1), "author", "", "", True),), where)
    elif sight.byline:
        draft.credit(printed_credits(sight, sight.byline.credits), where)
    elif sight.credit and not sight.credit.start and sight.credit.credits:
        draft.credit(printed_credits(sight, sight.credit.credits), where)
    elif text[-1] in "）)" and (writers := taken_down_by(text[:-1], grammar)):
        draft.credit(printed_credits(sight, writers), where)
    else:
        pupils = [*_PUPIL.finditer(text), *_SOURCE_AUTHOR.finditer(text)]
        names = [unspaced(found.group(1)) for found in pupils]
        found = tuple(Credit(name, name, "author", "", "", True) for name in names if looks_like_name(name))
        draft.credit(printed_credits(sight, found), where)
        labels = list(_LABEL.finditer(text))
        ends = [*(label.start() for label in labels[1:]), len(text)]
        for label, end in zip(labels, ends, strict=False):
            _labelled(draft, sight, label.group(1), text[label.end() : end], where, grammar)


def _labelled(draft: Draft, sight: Sight, label: str, text: str, where: str, grammar: Grammar) -> None:
    """The people behind one label: `讲述：梁金生（72岁）`, `整理：本报记者 吴小海`."""
    if label.startswith("受访") or label.endswith("来源"):
        return  # who was asked wrote nothing
    bare = without_brackets(text).strip()
    found = grammar.read(bare) or grammar.read(re.split("[，,]", bare)[0])
    if found is None:
        return
    draft.letter = draft.letter or label in _LETTER_LABELS
    if label in _PICTURES:
        photographers = tuple(
            replace(who, role="photographer", role_printed=who.role_printed or label) for who in found.credits
        )
        draft.credit(printed_credits(sight, photographers), where)
        return
    roles = found.credits if found.explicit else tuple(replace(who, role_printed=label) for who in found.credits)
    draft.credit(printed_credits(sight, roles), where)
