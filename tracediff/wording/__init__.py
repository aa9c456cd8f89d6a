"""How things are put into words: strings, values, and the headlines of stories.

In: facts, changes and the words of the report. Out: text for people; nothing is decided here.
"""
