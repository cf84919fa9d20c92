"""Small words that say nothing about a subject, in six languages.

About forty for each give most of the effect. They are left out whatever language a text is said to be in, because that
is often unknown or wrong: so words that are a subject in another of these languages are not here (French `son`,
English `but`). Khmer, Thai and other scripts without spaces need none.
"""

from __future__ import annotations

LISTS = {
    "en": (
        "a an the and or of to in on at by for from with without as is are was were be been being it its this that "
        "these those there they them their we our us you your he she his her not no nor do does did has have had "
        "will would should can could may must which who what when where how than then also only very more most"
    ),
    "fr": (
        "le la les l un une des du de d et ou où à au aux en dans par pour sur avec sans ce cet cette ces qui que qu "
        "il elle ils elles nous vous on se s n ne pas est sont été être ont a leur leurs sa ses plus très aussi y"
    ),
    "es": (
        "el la los las un una unos unas de del al y e o u a en con por para sin sobre que se su sus es están está ser "
        "fue ha han hay no lo le les este esta estos estas como más muy también ni pero cuando donde"
    ),
    "pt": (
        "o a os as um uma uns umas de do da dos das e ou em no na nos nas ao aos à às com por pelo pela para sem sobre "
        "que se seu sua seus suas é são estão ser foi há não este esta isso como mais muito também nem mas quando"
    ),
    "ar": (
        "في من على إلى الى عن مع و أو او أن ان إن لا لم لن ما هو هي هم هذا هذه ذلك تلك التي الذي الذين كل بين بعد قبل "
        "عند حتى كما أي قد كان كانت يكون تكون غير ليس"
    ),
    "ru": (
        "и в во не на с со к ко по о об от до из за у для или а но что как это эта этот эти он она они мы вы их его ее "  # noqa: RUF001  Russian
        "её быть был была было были есть нет также только же бы при чтобы когда где"
    ),
}

STOP_WORDS = frozenset(word for words in LISTS.values() for word in words.split())
