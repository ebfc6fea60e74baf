"""The word index: whoosh with jieba's words, for ranking. Frequencies only; positions are the exact index's."""
