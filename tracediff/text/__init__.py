"""Text in, words out: the tokens, stems and function words that all stages share."""
