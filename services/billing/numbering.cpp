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

QString patternOf(const NumberFormat::Piece &piece) {
  switch (piece.kind) {
  case NumberFormat::PieceKind::Year:
    return u"(?<year>\\d{4})"_s;
  case NumberFormat::PieceKind::Sequence:
    return u"(?<seq>\\d{%1,18})"_s.arg(std::max(1, piece.places));
  default:
    return QRegularExpression::escape(piece.literal);
  }
}

} // namespace

NumberFormat::NumberFormat(const QString &format) {
  qsizetype at = 0;
  for (auto matches = placeholder().globalMatch(format); matches.hasNext();) {
    const auto match = matches.next();
    m_pieces.push_back({PieceKind::Literal, format.sliced(at, match.capturedStart() - at)});
    m_pieces.push_back(match.hasCaptured(1)
                           ? Piece{PieceKind::Year, {}, 4}
                           : Piece{PieceKind::Sequence, {}, match.captured(2).toInt()});
    at = match.capturedEnd();
  }
  m_pieces.push_back({PieceKind::Literal, format.sliced(at)});
}

QString NumberFormat::of(const DocumentNumber &number) const {
  QString text;
  for (const auto &piece : m_pieces)
    if (piece.kind == PieceKind::Literal)
      text += piece.literal;
    else
      text += QString::number(piece.kind == PieceKind::Year ? number.year : number.sequence)
                  .rightJustified(piece.places, u'0');
  return text;
}

QString formatNumber(const QString &format, const DocumentNumber &number) {
  return NumberFormat(format).of(number);
}

Result<DocumentNumber> parseNumber(const QString &format, const QString &text) {
  const NumberFormat series(format);
  QString pattern;
  for (const auto &piece : series.pieces())
    pattern += patternOf(piece);
  const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text);
  const DocumentNumber number{match.captured(u"year"_s).toInt(),
                              match.captured(u"seq"_s).toLongLong()};
  if (!match.hasMatch() || number.sequence < 1 || series.of(number) != text)
    return fail(
        u"invoice.number_invalid"_s,
        u"“%1” is not a number of the series “%2”; copy it from the document."_s.arg(text, format));
  return number;
}

// No text has this one: Unicode keeps it free.
QString endOfBeginning(const QString &beginning) { return beginning + QChar(0xffff); }

} // namespace tenantry::billing
