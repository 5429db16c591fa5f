// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/bank_reference.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

const QString gap = u"[\\s\\-._/,:]*"_s;

/// So many digits, with gaps between them: a number may be broken where a line ends.
QString digits(int count) { return QStringList(count, u"\\d"_s).join(u"\\s*"_s); }

struct Pattern {
  QRegularExpression expression;
  bool yearFirst = true;
};

/// Of a format of which `problemOfNumberFormat` says nothing. `broken`: exactly as many digits as
/// the format pads to, with gaps among them.
std::optional<Pattern> patternOf(const QString &format, bool broken) {
  static const QRegularExpression sequence(u"\\{seq(?::(\\d+))?\\}"_s);
  const auto found = sequence.match(format);
  if (!found.hasMatch() || !format.contains(u"{year}"_s))
    return std::nullopt;
  const int width = std::max(1, found.captured(1).toInt());
  QString text;
  static const QRegularExpression token(u"\\{year\\}|\\{seq(?::\\d+)?\\}|[A-Za-z0-9]+"_s);
  for (auto it = token.globalMatch(format); it.hasNext();) {
    const auto part = it.next().captured(0);
    if (!text.isEmpty())
      text += gap;
    if (part == "{year}"_L1)
      text += u"("_s + (broken ? digits(4) : u"\\d{4}"_s) + u")"_s;
    else if (part.startsWith(u'{'))
      text += u"("_s + (broken ? digits(width) : u"\\d{%1,12}"_s.arg(width)) + u")"_s;
    else
      text += QRegularExpression::escape(part);
  }
  return Pattern{QRegularExpression(u"(?<![A-Za-z0-9])%1(?!\\d)"_s.arg(text),
                                    QRegularExpression::CaseInsensitiveOption),
                 format.indexOf(u"{year}"_s) < found.capturedStart(0)};
}

QString numberOf(const QString &format, const QString &year, const QString &sequence) {
  static const QRegularExpression placeholder(u"\\{seq(?::\\d+)?\\}"_s);
  QString number = format;
  return number.replace(u"{year}"_s, year).replace(placeholder, sequence);
}

int valueOf(QChar letter) {
  return letter.isDigit() ? letter.digitValue() : letter.unicode() - u'A' + 10;
}

} // namespace

QStringList numbersIn(const QString &text, const QString &format) {
  static const QRegularExpression space(u"\\s+"_s);
  QStringList numbers;
  for (const bool broken : {false, true}) {
    const auto pattern = patternOf(format, broken);
    if (!pattern)
      return {};
    for (auto it = pattern->expression.globalMatch(text); it.hasNext();) {
      const auto match = it.next();
      const auto first = match.captured(1).remove(space);
      const auto second = match.captured(2).remove(space);
      const auto number =
          pattern->yearFirst ? numberOf(format, first, second) : numberOf(format, second, first);
      if (!numbers.contains(number))
        numbers.append(number);
    }
  }
  return numbers;
}

QStringList wordsIn(const QString &text) {
  static const QRegularExpression between(u"[\\s,;:]+"_s);
  static const QRegularExpression digit(u"\\d"_s);
  constexpr qsizetype shortest = 3, longest = 64, most = 100;
  QStringList words;
  for (const auto &word : text.split(between, Qt::SkipEmptyParts))
    if (word.size() >= shortest && word.size() <= longest && word.contains(digit) &&
        !words.contains(word) && words.size() < most)
      words.append(word);
  return words;
}

std::optional<QString> creditorReference(const QString &text) {
  static const QRegularExpression space(u"\\s"_s);
  static const QRegularExpression shape(u"^RF\\d{2}[0-9A-Z]{1,21}$"_s);
  const auto written = QString(text).remove(space).toUpper();
  if (!shape.match(written).hasMatch())
    return std::nullopt;
  int rest = 0;
  for (const auto letter : written.sliced(4) + written.first(4)) {
    const int value = valueOf(letter);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  if (rest != 1)
    return std::nullopt;
  return written.sliced(4);
}

std::optional<InvoiceId> invoiceIdIn(const QString &endToEnd) {
  static const QRegularExpression shape(u"^[0-9a-fA-F]{32}$"_s);
  if (!shape.match(endToEnd).hasMatch())
    return std::nullopt;
  QString id = endToEnd;
  for (const int place : {20, 16, 12, 8})
    id.insert(place, u'-');
  return InvoiceId::fromString(id);
}

} // namespace tenantry::payments
