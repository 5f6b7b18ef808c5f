"""The people of an author line, of a letter's head, or of a signature on a line of its own."""

from __future__ import annotations

import re

from wanbao.nameforms import is_addressed
from wanbao.names import Credit, Grammar
from wanbao.parse.cuts import without_brackets
from wanbao.parse.drafts import Draft
from wanbao.parse.original import printed_credits
from wanbao.parse.sight import Sight
from wanbao.patterns import regex

_AUTHOR = regex(r"(?:读者|市民|网友|居民|群众)\s?([\u4e00-\u9fff·]{2,4}?)\s?(?:来信|来电|来稿|投诉|反映|说|[—:：-]|$)")
_LABEL = regex(r"(?:^|(?<=[\s）)]))([\u4e00-\u9fff]{2,5})\s?[:：/]\s?")
_LETTER_LABELS = frozenset(("来电读者", "来信人", "投诉人"))


def credit_people(draft: Draft, sight: Sight, where: str, grammar: Grammar) -> None:
    """Give an article the people that a line names."""
    text = sight.text.strip()
    author = _AUTHOR.match(text)
    if author and is_addressed(author.group(1)):
        draft.letter = True
    elif author:
        draft.letter = True
        draft.credit((Credit(author.group(1), author.group(1), "author", "", "", True),), where)
    elif sight.byline:
        draft.credit(printed_credits(sight, sight.byline.credits), where)
    else:
        labels = list(_LABEL.finditer(text))
        ends = [*(label.start() for label in labels[1:]), len(text)]
        for label, end in zip(labels, ends, strict=False):
            _labelled(draft, sight, label.group(1), text[label.end() : end], where, grammar)


def _labelled(draft: Draft, sight: Sight, label: str, text: str, where: str, grammar: Grammar) -> None:
    """The people behind one label: `讲述：梁金生（72岁）`, `整理：本报记者 吴小海`."""
    bare = without_brackets(text).strip()
    found = grammar.read(bare) or grammar.read(re.split("[，,]", bare)[0])
    if found is None:
        return
    draft.letter = draft.letter or label in _LETTER_LABELS
    roles = found.credits if found.explicit else tuple(who._replace(role_printed=label) for who in found.credits)
    draft.credit(printed_credits(sight, roles), where)
