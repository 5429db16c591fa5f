// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/numbering.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {
namespace {

const QRegularExpression &placeholder() {
  static const QRegularExpression expression(u"\\{(?:(year)|seq(?::(\\d+))?)\\}"_s);
  return expression;
}

/// The format with each placeholder replaced by what `year` and `sequence(places)` make, the rest
/// by `literal`.
template <typename Literal, typename Year, typename Sequence>
QString replaced(const QString &format, Literal literal, Year year, Sequence sequence) {
  QString text;
  qsizetype at = 0;
  for (auto matches = placeholder().globalMatch(format); matches.hasNext();) {
    const auto match = matches.next();
    text += literal(format.sliced(at, match.capturedStart() - at));
    text += match.hasCaptured(1) ? year() : sequence(match.captured(2).toInt());
    at = match.capturedEnd();
  }
  return text + literal(format.sliced(at));
}

} // namespace

QString formatNumber(const QString &format, const DocumentNumber &number) {
  return replaced(
      format, [](const QString &text) { return text; },
      [&] { return QString::number(number.year).rightJustified(4, u'0'); },
      [&](int places) { return QString::number(number.sequence).rightJustified(places, u'0'); });
}

Result<DocumentNumber> parseNumber(const QString &format, const QString &text) {
  const auto pattern = replaced(
      format, [](const QString &literal) { return QRegularExpression::escape(literal); },
      [] { return u"(?<year>\\d{4})"_s; },
      [](int places) { return u"(?<seq>\\d{%1,18})"_s.arg(std::max(1, places)); });
  const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text);
  const DocumentNumber number{match.captured(u"year"_s).toInt(),
                              match.captured(u"seq"_s).toLongLong()};
  if (!match.hasMatch() || number.sequence < 1 || formatNumber(format, number) != text)
    return fail(
        u"invoice.number_invalid"_s,
        u"“%1” is not a number of the series “%2”; copy it from the document."_s.arg(text, format));
  return number;
}

// No text has this one: Unicode keeps it free.
QString endOfBeginning(const QString &beginning) { return beginning + QChar(0xffff); }

} // namespace tenantry::billing
