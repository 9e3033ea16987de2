"""A blank line ends a sentence: told to the parser before it guesses.

The small pipeline reads two headlines and a dateline as one sentence; the parser keeps a boundary it's given.
"""

from spacy.language import Language
from spacy.tokens import Doc

BLOCKS = "graphkit_blocks"


@Language.component(BLOCKS)
def begin_sentences_at_blocks(doc: Doc) -> Doc:
    """Start a sentence at the first word after a line end of white space alone."""
    broken = False
    for token in doc:
        if token.is_space:
            broken = broken or "\n" in token.text
            if token.i:
                token.is_sent_start = False
        elif broken:
            token.is_sent_start = True
            broken = False
    return doc
