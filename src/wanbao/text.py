"""Characters: widths, Han, Chinese numerals, and the punctuation that OCR narrowed.

Nothing here knows about newspapers. The printed text is never changed in place: `repair_punctuation` makes a second
text for the reader. NFKC is never used on text that is kept, because it narrows `，：（）` and breaks `…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from wanbao.patterns import HAN, regex
from wanbao.variants import VARIANTS, ordinary

CJK = HAN + "。，、；：？！“”‘’（）《》〈〉【】「」『』…—·"
"""Han and the punctuation that is set full width, as the inside of a class."""

_NARROW = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\xa0": " "}
_NARROW_LETTERS = {
    code: code - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for code in range(ord(first), ord(last) + 1)
}
_HAN_RUN = regex(f"[{HAN}]+", exact=True)
_HAN_HALVES = bytes([*range(0x34, 0x4D), *range(0x4E, 0xA0), 0xF9, 0xFA])
_UNCLEAR_HALVES = bytes([0x4D, *range(0xD8, 0xE0)])
_MOST_PASSES = 8  # a mark made wide can be the neighbour that the next one wanted; more than two passes are never seen
_WIDE_ASCII = regex("[\uff01-\uff5e\xa0\u3000]")
_WIDE_LETTER = regex("[０-９Ａ-Ｚａ-ｚ]")


def fold(text: str) -> str:
    """The text with full-width ASCII and ideographic spaces made half width: as long as before, for matching only."""
    place = 0
    while wide := _WIDE_ASCII.search(text, place):  # a few kinds of them, each replaced at a stroke
        place = wide.start()
        text = text.replace(text[place], _NARROW[text[place]])
    return text


def unspaced(text: str) -> str:
    """The text without any space."""
    return "".join(text.split())


_TRADITIONAL = """
    訊讯 記记 報报 導导 綜综 攝摄 圖图 繪绘 畫画 編编 輯辑 責责 設设 計计 聞闻 網网 體体 財财 經经 國国 際际 會会
    醫医 藥药 學学 園园 藝艺 術术 廣广 場场 觀观 點点 評评 論论 壇坛 專专 題题 熱热 線线 連连 載载 號号 時时 間间
    鄉乡 樓楼 車车 農农 業业 資资 據据 轉转 來来 讀读 續续 見见 頁页 緊紧 後后 為为 這这 從从 話话 機机 電电 詢询
    聯联 廳厅 處处 員员 實实 習习 視视 覺觉 聲声 遺遗 廢废 啟启 訃讣 謝谢 陳陈 張张 劉刘 黃黄 吳吴 趙赵 孫孙 馬马
    羅罗 鄭郑 許许 鄧邓 馮冯 葉叶 蘇苏 呂吕 盧卢 蔣蒋 賈贾 韋韦 鄒邹 陸陆 龍龙 萬万 錢钱 湯汤 嚴严 賴赖 龐庞 顏颜
    莊庄 聶聂 魯鲁 關关 歐欧 陽阳 譚谭 鍾钟 鐘钟 鄺邝 區区 鄔邬 閻阎 譽誉 溫温 範范 豐丰 紀纪 項项 賀贺 龔龚 華华
    齊齐 餘余 簡简 饒饶 藍蓝 單单 鳳凤 麥麦 蕭萧 楊杨 揚扬 韓韩 鄰邻 應应 對对 開开 閉闭 們们 個个 億亿 兩两 東东
    樂乐 長长 門门 問问 閱阅 書书 筆笔 詩诗 詞词 語语 說说 請请 謹谨 證证 識识 議议 護护 變变 讓让 譯译 認认 誌志
    試试 該该 詳详 誠诚 調调 談谈 諮咨 諾诺 謀谋 講讲 謎谜 譜谱 貝贝 負负 貢贡 貧贫 貨货 販贩 貴贵 買买 賣卖 費费
    貿贸 賽赛 質质 購购 贊赞 趕赶 跡迹 軍军 較较 輕轻 輪轮 輸输 辦办 過过 運运 達达 遠远 適适 選选 還还 邊边 郵邮
    針针 鐵铁 銀银 銷销 鎮镇 鏡镜 閒闲 陣阵 陰阴 隊队 階阶 隨随 險险 雙双 雜杂 離离 難难 雲云 霧雾 響响 頂顶 順顺
    須须 預预 領领 頭头 頻频 顧顾 顯显 風风 飛飞 飯饭 館馆 驗验 驚惊 驛驿 魚鱼 鳥鸟 鹽盐 黨党 龜龟 氣气 灣湾 災灾
    無无 爐炉 爭争 獎奖 獨独 現现 環环 瑪玛 產产 療疗 發发 盜盗 監监 盤盘 眾众 礎础 禮礼 種种 稱称 積积 穩稳 窮穷
    節节 築筑 級级 紅红 約约 純纯 紙纸 細细 終终 組组 結结 給给 統统 絲丝 維维 緒绪 練练 總总 織织 縣县 縱纵 義义
    聖圣 職职 腦脑 臺台 與与 興兴 舉举 舊旧 蘭兰 蟲虫 衛卫 製制 複复 規规 親亲 觸触 訂订 訓训 託托 訪访 訴诉 註注
    診诊 詐诈 誤误 課课 諒谅 諸诸 樹树 標标 權权 歲岁 歷历 歸归 殘残 決决 沒没 淚泪 滅灭 漢汉 潔洁 濟济 燈灯 營营
    獲获 當当 確确 團团 圓圆 執执 壓压 夠够 夢梦 夥伙 婦妇 寶宝 將将 屆届 層层 島岛 帶带 師师 幾几 庫库 廠厂 廟庙
    強强 彈弹 彙汇 徵征 徑径 惡恶 愛爱 慶庆 戰战 戲戏 戶户 掃扫 擔担 擇择 擊击 擴扩 攤摊 敗败 敵敌 數数 於于 動动
    務务 勝胜 勞劳 勢势 匯汇 協协 卻却 參参 嘆叹 噸吨 塊块 塵尘 壽寿 備备 傳传 債债 傷伤 價价 儀仪 優优 償偿 兒儿
    內内 冊册 別别 劃划 劇剧 劍剑 創创 劑剂 兇凶 鑒鉴 鑑鉴 錄录 鍵键 鏈链 鋪铺 醜丑 週周 進进 遊游 遲迟 遞递 遷迁
    衝冲 裡里 裏里 補补 裝装 綫线 爲为 髮发 碼码 迴回 採采 錶表 係系 繫系 畵画 欄栏 奬奖 寫写 麵面 啓启 佈布 緻致
    聽听 噹当 羣群 穫获 彔录 衆众 準准 証证 尋寻 歡欢 嚮向 綵彩 撥拨 卽即 檢检 滿满 條条 糰团 側侧 亞亚 勵励 僅仅
    審审 並并 併并 蓆席 閲阅 賓宾 蒐搜 覽览 纔才 額额 隻只 薦荐 曆历 紹绍 鬚须 眞真 乾干 幹干 況况 鎖锁 搶抢 誰谁
    鮮鲜 麼么 減减 籲吁 昇升 陞升 漲涨 靜静 樣样 罈坛 貼贴 寧宁 絡络 紛纷 舖铺 駐驻 籌筹 類类 幫帮 檔档 屬属 斷断
    輔辅 騙骗 換换 脫脱 蹤踪 態态 納纳 剋克 圍围 願愿 牆墙 爺爷 測测 襲袭 曉晓 賜赐 養养 擬拟 簽签 籤签 産产 釋释
    橋桥 錦锦 爾尔 畢毕 憶忆 繼继 奪夺 輛辆 睏困 憑凭 漁渔 汙污 煩烦 橫横 闆板 濛蒙 薩萨 烏乌 蘆芦 賞赏 媽妈 貫贯
    徹彻 唸念 棟栋 臨临 違违 撿捡 賬账 劄札 鬍胡 瀋沈 喬乔 顔颜 僑侨 拚拼 娛娱 鳴鸣 榮荣 奧奥 祕秘 宮宫 閃闪 塗涂
    巖岩 穀谷 懷怀 晉晋 稅税 獻献 堅坚 讚赞 駛驶 罰罚 繡绣 繞绕 謊谎 糧粮 錯错 損损 貸贷 溼湿 濕湿 擠挤 釐厘 驟骤
    摺折 繳缴 腳脚 虧亏 樑梁 閆闫 閑闲 辭辞 饋馈 遼辽 陝陕 肅肃 緬缅 敘叙 臘腊 軒轩 闇暗 竇窦 鬆松 蓋盖 雞鸡 鷄鸡
    構构 揮挥 沖冲 駕驾 畝亩 纜缆 贏赢 掛挂 騰腾 纍累 嗎吗 盃杯 擺摆 軟软 瀏浏 囑嘱 涼凉 擾扰 騎骑 滙汇 悅悦 銳锐
    箋笺 擷撷 槍枪 桿杆 鴻鸿 鉤钩 稜棱 綠绿 濱滨 廈厦 崑昆 錫锡 蓮莲 撾挝 倫伦 絕绝 轅辕 葦苇 鴉鸦 鮑鲍 閔闵 婁娄
    駱骆 繆缪 賁贲 鬱郁 鈕钮 儲储 欒栾 厲厉 薊蓟 鹹咸 藺蔺 蒼苍 酈郦 闕阙 鞏巩 厙厍 闞阚 荊荆 嶽岳 帥帅 譙谯 佔占
    樸朴 矯矫 曠旷 諶谌 萇苌 堯尧 豈岂 礦矿 閏闰 蟄蛰 豬猪 麗丽 紮扎 頓顿 傑杰 遜逊 瓊琼 婭娅 廚厨 餵喂 妝妆 刪删
    嘗尝 誡诫 盞盏 擋挡 攔拦 歎叹 慾欲 碩硕 萊莱 鐮镰 滯滞 墜坠 靈灵 銅铜 蠟蜡 踐践 屍尸 懸悬 墳坟 殺杀 剛刚 攜携
    捨舍 極极 屢屡 窩窝 罷罢 壞坏 癱瘫 瘓痪 爛烂 籃篮 躍跃 禍祸 奮奋 譴谴 暫暂 緩缓 艦舰 偽伪 縫缝 丟丢 槳桨 齋斋
    棊棋 箏筝 傘伞 颳刮 錨锚 鋒锋 恆恒 閥阀 粵粤 覓觅 曬晒 釣钓 逕径 倉仓 虛虚 轎轿 峽峡 紋纹 飲饮 餅饼 竈灶 厠厕
    廁厕 煙烟 脈脉 撈捞
"""
"""Traditional characters that newspapers' own words and common surnames hold, each before its simplified form."""
_SIMPLER = {ord(pair[0]): pair[1] for pair in _TRADITIONAL.split()}
_TELLS = "們國報訊記電攝說對開學會這來時個與為於聞"
_OFTEN, _FEW, _APART = 8, 4, 16
"""So many are enough, or a few in a short text, no further apart than they stand in Traditional news."""
_SHARE = 8
"""Of so many characters one is Traditional in any text that is: letters and stories hold few of those that tell."""


def simplified(text: str) -> str:
    """The text with the Traditional characters of newspapers' own words made simplified, and 報導 as it is spelt there:
    as long, for matching only."""
    return text.translate(_SIMPLER).replace("报导", "报道")


_TAGS = regex("zh-(?:[a-z]{3}-)?(?:Hant|TW|HK|MO)(?:-.*)?", re.IGNORECASE)


def names_traditional(language: str) -> bool:
    """Whether a language tag (BCP 47) names Chinese in Traditional characters: `zh-Hant`, `zh-HK`."""
    return _TAGS.fullmatch(language) is not None


def is_traditional(text: str) -> bool:
    """Whether a text is set in Traditional characters: such as no simplified text holds come again and again."""
    start = text[:4000]
    if not any(map(start.__contains__, _TELLS)):
        return False
    found = sum(map(start.count, _TELLS))
    if found >= _OFTEN or (found >= _FEW and found * _APART >= len(start)):
        return True
    return sum(map(_SIMPLER.__contains__, map(ord, start))) * _SHARE >= len(start)


def count_han(text: str) -> int:
    """How many Han characters the text has.

    By the higher halves of its UTF-16 code units, which costs a fraction of matching; where a half tells too little
    (beyond the basic plane, and among the hexagrams behind extension A), by matching.
    """
    halves = text.encode("utf-16-le", "surrogatepass")[1::2]
    rest = halves.translate(None, _HAN_HALVES)
    if len(rest.translate(None, _UNCLEAR_HALVES)) != len(rest):
        return sum(map(len, _HAN_RUN.findall(text)))
    return len(halves) - len(rest) + text.count("〇")


def is_han(char: str) -> bool:
    """Whether one character is Han."""
    return _HAN_RUN.match(char) is not None


# --- numerals -------------------------------------------------------------------------------------------------------

_DIGITS = {
    char: value for value, chars in enumerate(("〇零○O０", "一壹１", "二贰两２", "三叁３", "四肆４")) for char in chars
}
_DIGITS |= {
    char: value for value, chars in enumerate(("五伍５", "六陆６", "七柒７", "八捌８", "九玖９"), 5) for char in chars
}
_DIGITS |= {str(value): value for value in range(10)}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS = {"廿": 20, "卅": 30, "卌": 40}


def chinese_number(text: str) -> int | None:
    """The number that a run of numerals means: `十八` 18, `二〇二二` 2022, `廿三` 23, `３１` 31; None where it is none.

    Up to 9,999; mixtures that nobody prints (`十二十`) are None.
    """
    if not text or len(text) > 8:
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, digit, last_unit = 0, None, 10_000
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _TENS:
            if digit is not None or last_unit <= 10:
                return None
            total, last_unit = total + _TENS[char], 10
        else:
            unit = _UNITS.get(char, 0)
            if not unit or unit >= last_unit or (digit is None and unit != 10):
                return None
            total, digit, last_unit = total + (1 if digit is None else digit) * unit, None, unit
    return total + (digit or 0)


# --- punctuation ----------------------------------------------------------------------------------------------------

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_NARROWED = regex("[,:;?!()\"'.０-９Ａ-Ｚａ-ｚ•・‧．—]")
"""What may have to be repaired, besides `--` and `。。。`."""
_PROTECTED = regex(
    r"(?:https?://|www\.)[\x21-\x7e]+?(?=[,.;:!?)]*(?:[^\x21-\x7e]|$))|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII
)
_MARK = regex(r"[,:;?!]++")
_STOP = regex(r"\.(?=$|\n|[" + CJK + "])", exact=True)
_BRACKET = regex(r"[()]")
_QUOTE = {'"': ("“", "”"), "'": ("‘", "’")}
_IS_CJK = regex(f"[{CJK}]", exact=True)
_DOTS = regex(r"\.{3,}|。{3,}|…(?!…)(?<!……)")
_DASHES = regex(r"-{2,}(?=[^-]|$)")
_MIDDLE_DOT = regex(rf"(?<=[{HAN}])(?:[•・‧]|(?<![〇零一二三四五六七八九十])．)(?=[{HAN}])", exact=True)
"""Of `三．五小時` the stop of Latin stays."""
_WIDE_STOP = regex(rf"[{HAN}”’）]．[ \u3000]*(?:\n|$)", exact=True)


def stops_are_wide(text: str) -> bool:
    """Whether ．stands at the end of a paragraph: then it is this text's full stop, and no dot inside of a name."""
    return "．" in text and _WIDE_STOP.search(text) is not None


def repair_punctuation(text: str) -> str:
    """The text with the punctuation that OCR narrowed made full width again, by context.

    Marks change only beside Chinese; times, scores, thousands, decimals, Latin runs, URLs and addresses stay. An
    unpaired bracket or quotation mark stays too (`unpaired` finds it). Full-width digits and letters become half width,
    and characters that say the same as another get the ordinary form (`variants`).
    Repairing twice changes nothing more. The rules are those of the domain notes, 3.2, measured on real pages.
    """
    if not text:
        return text
    if "--" not in text and "。。。" not in text and not _UNUSUAL.search(text):
        plain = _repair_plain(text)
        if plain is not None:
            return plain
    else:
        text = ordinary(text)
        if "--" not in text and "。。。" not in text and not _NARROWED.search(text):
            return text
    for _ in range(_MOST_PASSES):
        repaired = _around_protected(text) if "://" in text or "www." in text or "@" in text else _repair(text)
        if repaired == text or not _left_over(repaired):
            return repaired
        text = repaired
    return text


_UNUSUAL = regex(f"[\"'０-９Ａ-Ｚａ-ｚ•・‧．…@{VARIANTS}]|(?<![\u4e00-\u9fff])[,:;?!](?![\u4e00-\u9fff])")
"""What asks for more than one rule, or a mark that no Han touches: in a time, a score, thousands, beside another; or a
character with an ordinary form."""
_PLAIN_BRACKETS = regex(
    rf"[^()]*+(?:(?:(?<=[{CJK}])\([^()]*+\)|\((?:(?![{HAN}])[^()])*+[{HAN}][^()]*+\)|\([^()]*+\)(?=[{CJK}]))[^()]*+)++",
    exact=True,
)
"""A text whose brackets change one and all: none inside of another, and Chinese in or beside each."""
_PERHAPS_STOP = regex(r"\.(?=$|[\n,:;?!()" + CJK + "])")


def _repair_plain(text: str) -> str | None:
    """The repair of what nearly all texts are, in which every mark touches Han: points stand inside numbers, brackets
    have partners and Han. None where the text is not so plain; then every rule must be tried.
    """
    if "." in text and ("..." in text or "www." in text or _PERHAPS_STOP.search(text)):
        return None
    if "(" in text:
        text = text.replace("(", "（").replace(")", "）") if _PLAIN_BRACKETS.fullmatch(text) else _brackets(text)
        if "(" in text:
            return None
    return text.replace(",", "，").replace(":", "：").replace(";", "；").replace("?", "？").replace("!", "！")


def _left_over(text: str) -> bool:
    """Whether narrow marks remain that another pass might change."""
    return _NARROW_MARK.search(text) is not None


_NARROW_MARK = regex("[,:;?!(\"'.…]")


def _around_protected(text: str) -> str:
    """Repair what stands between URLs and addresses."""
    parts, done = [], 0
    for found in _PROTECTED.finditer(text):
        parts += [_repair(text[done : found.start()]), found.group()]
        done = found.end()
    return "".join([*parts, _repair(text[done:])])


def _repair(text: str) -> str:
    if _WIDE_LETTER.search(text):
        text = text.translate(_NARROW_LETTERS)
    if "(" in text or ")" in text:
        text = _brackets(text)
    text = _wide_marks(text)
    if "..." in text or "。。。" in text or "…" in text:
        text = _DOTS.sub(_ellipsis, text)
    if "." in text:
        text = _STOP.sub(_full_stop, text)
    if '"' in text or "'" in text:
        text = _quotes(_quotes(text, '"'), "'")
    if "--" in text:
        text = _DASHES.sub("——", text)
    if ("•" in text or "・" in text or "‧" in text or "．" in text) and not stops_are_wide(text):
        text = _MIDDLE_DOT.sub("·", text)
    return text


def _wide_marks(text: str) -> str:
    """Widen marks beside Chinese: at a stroke where every mark touches Han, one by one where some do not."""
    result = text
    for mark, wide in _WIDE.items():
        if mark not in result:
            continue
        parts = result.split(mark)
        for left, right in pairwise(parts):
            if not ("\u4e00" <= left[-1:] <= "\u9fff" or "\u4e00" <= right[:1] <= "\u9fff"):
                return _MARK.sub(_wide_mark, text)
        result = wide.join(parts)
    return result


def _wide_mark(found: re.Match[str]) -> str:
    """Marks become wide where Chinese stands before or after them, looked for across up to eight spaces."""
    text, (start, end) = found.string, found.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == " ":
        before = text[max(0, start - 9) : start].rstrip(" ")[-1:]
    if after == " ":
        after = text[end : end + 9].lstrip(" ")[:1]
    if not ("\u4e00" <= before <= "\u9fff" or "\u4e00" <= after <= "\u9fff" or _IS_CJK.search(before + after)):
        return found.group()
    marks = found.group()
    return _WIDE[marks] if end - start == 1 else "".join(map(_WIDE.__getitem__, marks))


def _full_stop(found: re.Match[str]) -> str:
    """A point becomes 。 only after Han or a closing mark, and never after a digit or letter."""
    before = found.string[found.start() - 1 : found.start()]
    return "。" if before and (before in "”’）》" or is_han(before)) else "."


def _ellipsis(found: re.Match[str]) -> str:
    """`...` becomes `……` beside Chinese; a run of two or more `…` is printed so already."""
    text, start, end = found.string, found.start(), found.end()
    beside = text[start - 1 : start] + text[end : end + 1]
    return "……" if _IS_CJK.search(beside) or found.group()[0] == "。" else found.group()


def _bracket_pairs(text: str) -> tuple[list[tuple[int, int, bool]], list[int]]:
    """Pairs of `(` and `)` with whether Han stands between them, and the places of brackets without a partner."""
    pairs: list[tuple[int, int, bool]] = []
    waiting: list[int] = []
    lonely: list[int] = []
    last_han = seen = -1
    for found in _BRACKET.finditer(text):
        place = found.start()
        if _HAN_RUN.search(text, seen + 1, place):
            last_han = seen
        if found.group() == "(":
            waiting.append(place)
        elif waiting:
            start = waiting.pop()
            pairs.append((start, place, last_han >= start))
        else:
            lonely.append(place)
        seen = place
    return pairs, sorted(lonely + waiting)


def _brackets(text: str) -> str:
    """Brackets change by pair: where Han stands inside, before or after."""
    pairs, lonely = _bracket_pairs(text)
    wide = [
        (start, end)
        for start, end, has_han in pairs
        if has_han or _IS_CJK.match(text[start - 1 : start]) or _IS_CJK.match(text[end + 1 : end + 2])
    ]
    if len(wide) == len(pairs) and not lonely:
        return text.replace("(", "（").replace(")", "）")
    chars = list(text)
    for start, end in wide:
        chars[start], chars[end] = "（", "）"
    return "".join(chars)


def _quotes(text: str, quote: str) -> str:
    """Straight quotation marks change by turns, where their number is even and Chinese stands beside them."""
    places = [index for index, char in enumerate(text) if char == quote]
    if len(places) % 2 or not places:
        return text
    chars = list(text)
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        beside = text[opening - 1 : opening] + text[opening + 1] + text[closing - 1] + text[closing + 1 : closing + 2]
        if _IS_CJK.search(beside):
            chars[opening], chars[closing] = _QUOTE[quote]
    return "".join(chars)


_PARTNERS = {"(": ")", "（": "）", "“": "”", "‘": "’", "《": "》", "【": "】"}
_CLOSERS = {close: opener for opener, close in _PARTNERS.items()}
_PAIRED = regex("[()（）“”‘’《》【】]")


def unpaired(text: str) -> tuple[int, ...]:
    """The places of brackets and quotation marks without a partner, and of straight quotes whose number is odd."""
    waiting: list[tuple[int, str]] = []
    lonely: list[int] = []
    for found in _PAIRED.finditer(text):
        char = {"(": "（", ")": "）"}.get(found.group(), found.group())
        if char in _PARTNERS:
            waiting.append((found.start(), char))
        elif waiting and waiting[-1][1] == _CLOSERS[char]:
            waiting.pop()
        else:
            lonely.append(found.start())
    if text.count('"') % 2:
        lonely.append(text.rindex('"'))
    return tuple(sorted(lonely + [place for place, _ in waiting]))


def of_spans(spans: Iterable[tuple[int, int, int]], lines: Sequence[str], first_line: int) -> str:
    """The characters of a text in these spans (line, start, end), `lines` beginning with line `first_line`.

    A blank stands between two of them, but where they are parts of one word: only marks lie between them on a line.
    """
    found, last, until = "", 0, 0
    for number, start, end in spans:
        line = lines[number - first_line]
        inside = number == last and not any(map(str.isspace, line[until:start]))
        found += f"{'' if inside or not found else ' '}{line[start:end]}"
        last, until = number, end
    return found
