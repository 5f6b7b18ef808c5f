"""Traditional Chinese: words of newspapers made simplified for matching, and whether a text or a tag is Traditional."""

from __future__ import annotations

import re

from wanbao.patterns import regex

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
_TRADITIONAL_ONE = regex(f"[{''.join(sorted(map(chr, _SIMPLER)))}]", exact=True)
_TELLS = "們國報訊記電攝說對開學會這來時個與為於聞"
_OFTEN, _FEW, _APART = 8, 4, 16
"""So many are enough, or a few in a short text, no further apart than they stand in Traditional news."""
_SHARE = 8
"""Of so many characters one is Traditional in any text that is: letters and stories hold few of those that tell."""


def simplified(text: str) -> str:
    """The text with the Traditional characters of newspapers' own words made simplified, and 報導 as it is spelt there:
    as long, for matching only."""
    if _TRADITIONAL_ONE.search(text):  # nearly never, and to translate a text takes five times as long as to search it
        text = text.translate(_SIMPLER)
    return text.replace("报导", "报道")


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
