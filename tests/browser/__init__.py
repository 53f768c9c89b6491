"""The sample site in a real browser: from a server under a sub-path, and from `file://`.

Where there is no Chromium these tests are skipped and say so. Every page that any test opens must log no error and ask nobody
but the site itself. All tests share one page of one browser, for opening one takes longer than most tests.
"""
