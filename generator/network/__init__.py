"""A network as numbers: who is tied to whom, laid out so that every name can be read.

First the knots are placed so that their distances on the plane come close to those along the ties (stress majorisation, Gansner,
Koren, North 2005), a tie being the longer the fewer neighbours its ends share: circles of acquaintances gather, bridges stretch.
Then the whole is fitted to a width and the knots, each with its label, are pushed apart until none covers another; the height
follows from that. Nothing is left to chance: the same network gives the same drawing.

Inner rooms, top down: drawing, boxes, arrangement.
"""

from generator.network.arrangement import Tie
from generator.network.drawing import Drawing, Knot, Spot, Thread, draw_network

__all__ = ["Drawing", "Knot", "Spot", "Thread", "Tie", "draw_network"]
