"""deckgen: outlines of book notes become native talk decks and mind maps."""
