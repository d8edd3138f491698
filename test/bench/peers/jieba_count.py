"""The script an analyst would write instead: jieba with the taxonomy's terms as a user dictionary.

usage: jieba_count.py TERMS.json FOLDER

TERMS.json maps a category to its terms. Prints one row a document: how many sentences name each category.
"""
import json
import re
import sys
from pathlib import Path

import jieba

terms = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
jieba.setLogLevel(60)
categories_of = {}
for category, words in terms.items():
    for word in words:
        jieba.add_word(word)
        categories_of.setdefault(word, set()).add(category)
names = sorted(terms)

print("document," + ",".join(names))
for file in sorted(Path(sys.argv[2]).glob("*.txt")):
    counts = dict.fromkeys(names, 0)
    for sentence in re.split(r"[。！？；!?;\n]", file.read_text(encoding="utf-8")):
        found = set()
        for word in jieba.cut(sentence):
            found |= categories_of.get(word, set())
        for category in found:
            counts[category] += 1
    print(file.name + "," + ",".join(str(counts[name]) for name in names))
