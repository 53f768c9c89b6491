"""Pictures for link previews: what messengers and networks show of an article when somebody passes its address on.

Drawn by Pillow in a font that pip installs too, both an extra: a font of the system would give other bytes on every machine. A title
with letters the font has not (Chinese, say) gets the site's picture rather than gaps. At the foot of a picture stands where in
the text people, places and organisations are named: no two articles look alike.

Inner rooms, top down: faces, drawing.
"""

from generator.linkcards.drawing import cards_installed, cards_version
from generator.linkcards.faces import SITE_CARD, card_paths, link_cards

__all__ = ["SITE_CARD", "card_paths", "cards_installed", "cards_version", "link_cards"]
