// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <random>

namespace tenantry::tests {

/// Makes bad input out of good: bytes turned, cut, repeated and taken from elsewhere, and now and
/// then a word that a reader may stumble over. The same seed makes the same inputs.
class Fuzzer {
public:
  Fuzzer(QList<QByteArray> corpus, quint32 seed) : m_corpus(std::move(corpus)), m_dice(seed) {}

  [[nodiscard]] QByteArray next() {
    auto input = any();
    for (auto changes = 1 + below(6); changes > 0; --changes)
      change(input);
    return input.left(longest);
  }

private:
  static constexpr qsizetype longest = 1 << 16;

  qsizetype below(qsizetype limit) {
    return limit <= 1 ? 0 : std::uniform_int_distribution<qsizetype>(0, limit - 1)(m_dice);
  }
  const QByteArray &any() { return m_corpus.at(below(m_corpus.size())); }

  QByteArray word() {
    static const QList<QByteArray> words{QByteArray(1, '\0'),
                                         "\"",
                                         "\r\n",
                                         "\xEF\xBB\xBF",
                                         "\xC3",
                                         "\xED\xA0\x80",
                                         "]]>",
                                         "<!DOCTYPE a [<!ENTITY b \"c\">]>",
                                         "&#0;",
                                         "-9223372036854775808",
                                         "1e999",
                                         "NaN",
                                         "0.0000000000000001",
                                         "%00",
                                         "'''",
                                         "\"\"\"",
                                         "{}",
                                         "[[[[[[[[[[[[[[[[[[[",
                                         "\\u0000",
                                         "9999-12-31T23:59:60Z",
                                         "=",
                                         ";",
                                         "\t",
                                         ","};
    return words.at(below(words.size()));
  }

  void change(QByteArray &input) {
    const auto at = below(input.size() + 1), length = below(std::min<qsizetype>(64, input.size()));
    switch (below(7)) {
    case 0:
      if (at < input.size())
        input[at] = char(input[at] ^ (1 << below(8)));
      break;
    case 1:
      input.remove(at, length);
      break;
    case 2:
      input.insert(at, input.mid(below(input.size()), length));
      break;
    case 3:
      input.insert(at, word());
      break;
    case 4: {
      const auto &other = any();
      input.replace(at, length, other.mid(below(other.size()), length));
      break;
    }
    case 5:
      input.truncate(at);
      break;
    default:
      if (at < input.size())
        input[at] = char(below(256));
    }
  }

  const QList<QByteArray> m_corpus;
  std::mt19937 m_dice;
};

} // namespace tenantry::tests
