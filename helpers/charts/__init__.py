"""The charts of the lessons, one function each, with a sentence and a table that say the same.

Altair and pandas are loaded when the first chart is drawn. JupyterLab brings its own Vega, so a
chart needs no network.
"""
