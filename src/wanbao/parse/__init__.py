"""Understand one newspaper page: text -> lines -> blocks -> roles -> articles."""
