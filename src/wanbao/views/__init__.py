"""What the templates may see: one frozen record for each kind of page, everything decided.

A template prints its record and nothing else; whatever needs a decision (which link, which order, how many, which
words) is worked out in `plan`. Every `href` is relative to the page it stands on. Texts are plain and are escaped by
the template engine.

What every page has is in `head`, what is the same on all of them in `site`, what their lists are made of in `entries`.
Every other module holds the records of the pages it is named after, and of the parts that only these have.
"""
