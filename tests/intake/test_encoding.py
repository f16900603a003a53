"""Bytes become text in the encoding they were written in, or an error says where they do not."""

import random

import pytest

from enduse.errors import InputError
from enduse.intake.encoding import decode, encodable, mended

FRENCH = "Le gouvernement de Norlande a déclaré lundi qu’il livrerait des obusiers à la Tessalie, selon Averna."
SPANISH = "El Gobierno de Norlandia dijo que enviaría obuses a Tesalia este año. «Aún no», señaló el ministro."
SWEDISH = "Norlands regering sade på måndagen att den skulle skicka haubitsar om samtalen bröt samman."
POLISH = "Rząd Norlandii oświadczył, że wyśle haubice do Tesalii. Żołnierze przekroczyli granicę w nocy."
CZECH = "Vláda Norlandu v pondělí oznámila, že pošle houfnice do Tesálie, pokud jednání selžou."
TURKISH = "Norlanda hükümeti görüşmeler başarısız olursa Tesalya'ya obüs göndereceğini açıkladı."
RUSSIAN = "Правительство Норландии заявило, что отправит гаубицы в Тессалию, если переговоры сорвутся."
UKRAINIAN = "Уряд Норландії заявив, що відправить гаубиці до Тессалії, якщо переговори зірвуться."
GREEK = "Η κυβέρνηση της Νορλανδίας δήλωσε ότι θα στείλει οβιδοβόλα. Ο υπουργός Άμυνας αρνήθηκε."
HEBREW = "ממשלת נורלנד הודיעה ביום שני כי תשלח הוביצרים לתסליה אם השיחות ייכשלו."
ARABIC = "قالت حكومة نورلاند يوم الاثنين إنها سترسل مدافع إلى تيساليا إذا فشلت المحادثات."
JAPANESE = "ノルランド政府は月曜日、交渉が決裂した場合、テッサリーに榴弾砲を送ると発表した。"
CHINESE = "诺兰政府星期一表示，如果谈判失败，将向特萨利运送四十门榴弹炮。国防部长拒绝回答记者的提问。"
TAIWANESE = "諾蘭政府星期一表示，如果談判失敗，將向特薩利運送四十門榴彈砲。國防部長拒絕回答記者的提問。"
KOREAN = "노를란드 정부는 월요일 회담이 실패하면 테살리에 곡사포를 보내겠다고 밝혔다."
ENGLISH = "Norland said on Monday that it would send howitzers to Tessaly if the talks fail. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "windows-1252"), (SPANISH, "windows-1252"), (SPANISH, "iso-8859-1"), (SWEDISH, "windows-1252"),
        (FRENCH.replace("’", "'") + " Coût : 5 € pour l'œuvre.", "iso-8859-15"),
        (POLISH, "windows-1250"), (POLISH, "iso-8859-2"), (CZECH, "windows-1250"), (CZECH, "iso-8859-2"),
        (TURKISH, "windows-1254"), (RUSSIAN, "windows-1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "iso-8859-5"),
        (RUSSIAN, "cp866"), (UKRAINIAN, "windows-1251"), (UKRAINIAN, "koi8-u"), (GREEK, "windows-1253"),
        (GREEK, "iso-8859-7"), (HEBREW, "windows-1255"), (HEBREW, "iso-8859-8"), (ARABIC, "windows-1256"),
        (ARABIC, "iso-8859-6"), (JAPANESE, "shift_jis"), (JAPANESE, "euc-jp"), (JAPANESE, "iso-2022-jp"),
        (CHINESE, "gb18030"), (CHINESE, "gb2312"), (TAIWANESE, "big5"), (KOREAN, "euc-kr"),
        (ENGLISH + "It’s “unclear” – so far…", "windows-1252"), (ENGLISH + "Minister José Peña", "windows-1252"),
        (ENGLISH + "General Åke Sjöberg", "windows-1252"), (ENGLISH + "The café burned.", "iso-8859-1"),
        (ENGLISH + "Lech Wałęsa", "windows-1250"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("times", [1, 1000])
def test_text_of_the_older_encodings_of_news_is_read(text: str, encoding: str, times: int) -> None:
    text = "\n".join([text] * times)

    assert decode(text.encode(encoding), "a.txt") == text


def test_utf_8_is_read_unedited() -> None:
    text = " Norland\r\n\tarms\0 \u202bطسالي\u202c e\u0301 🚀 \ufeff "

    assert decode(text.encode(), "a.txt") == text


def test_declared_encoding_is_taken_before_a_guess() -> None:
    assert decode("Rząd".encode("iso-8859-2"), "a.html", declared="ISO-8859-2") == "Rząd"


@pytest.mark.parametrize("declared", ["no-such-encoding", "utf-8", "hex", "", "idna\0"])
def test_declared_encoding_that_does_not_fit_is_passed_over(declared: str) -> None:
    assert decode(FRENCH.encode("windows-1252"), "a.html", declared=declared) == FRENCH


def test_few_broken_bytes_in_utf_8_are_replaced() -> None:
    data = (RUSSIAN * 30).encode() + b"\xff" + RUSSIAN.encode()

    assert decode(data, "a.txt") == RUSSIAN * 30 + "\ufffd" + RUSSIAN


def test_many_broken_bytes_are_not_replaced() -> None:
    data = b"Norland \xff" * 100

    assert mended(data, "utf-8") is None


def test_bytes_that_fit_no_encoding_are_an_error_that_names_the_first() -> None:
    data = b"Norland " + random.Random(7).randbytes(3000)

    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")

    assert str(caught.value).startswith("a.txt: byte 0x")
    assert str(caught.value).endswith("is not UTF-8, and no other encoding fits; save it as UTF-8")
    assert " at offset 8 " in str(caught.value) or " at offset 9 " in str(caught.value)


@pytest.mark.parametrize(("text", "kept"), [("a\ud800b", "a\ufffdb"), ("\udfff", "\ufffd"), ("🚀é", "🚀é"), ("", "")])
def test_lone_surrogates_are_replaced_one_for_one(text: str, kept: str) -> None:
    assert encodable(text) == kept
