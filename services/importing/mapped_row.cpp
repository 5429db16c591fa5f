// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/mapped_row.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

/// In minor units: sums of them, and what is computed from them, stay far within 64 bits.
constexpr std::int64_t largestAmount = 1'000'000'000'000'000;

} // namespace

QString MappedRow::text(const QString &field) const {
  const qsizetype index = m_mapping.columnOf.value(field, -1);
  return index < 0 ? QString() : m_record.cells[index].trimmed();
}

Result<QString> MappedRow::key(const QString &field) const {
  const QString cell = text(field);
  if (cell.size() > longestKey)
    return bad(field, u"text_too_long"_s,
               u"“%1…” has %2 characters; at most %3 can be kept"_s.arg(cell.left(20))
                   .arg(cell.size())
                   .arg(longestKey));
  return cell;
}

Place MappedRow::place(const QString &field) const {
  const qsizetype index = m_mapping.columnOf.value(field, -1);
  return {m_file, m_record.line, 0, index < 0 ? field : m_mapping.columns[index]};
}

Failure MappedRow::bad(const QString &field, const QString &code, const QString &message) const {
  return fail(code, message, place(field));
}

Result<Money> MappedRow::money(const QString &field, Currency currency,
                               std::optional<std::int64_t> whereEmpty) const {
  const QString cell = text(field);
  if (cell.isEmpty() && whereEmpty)
    return Money(*whereEmpty, currency);
  const auto amount = Money::parseMajor(cell, currency);
  if (!amount)
    return bad(field, u"amount_invalid"_s,
               u"“%1” is not an amount in %2; write it like 199.00"_s.arg(cell, currency.code()));
  if (std::abs(amount->minor()) > largestAmount)
    return bad(field, u"amount_invalid"_s,
               u"“%1” is too large for an amount; check its decimals"_s.arg(cell));
  return *amount;
}

Result<std::optional<Instant>> MappedRow::instant(const QString &field, const QString &code) const {
  const QString cell = text(field);
  if (cell.isEmpty())
    return std::nullopt;
  const auto instant = parseExportInstant(cell);
  if (!instant)
    return bad(field, code, u"“%1” is not a date; write it like 2026-01-31 09:00:00"_s.arg(cell));
  return *instant;
}

Result<Currency> MappedRow::currency(const QString &field) const {
  const auto currency = Currency::parse(text(field));
  if (!currency)
    return bad(field, u"currency_unknown"_s,
               u"“%1” is not a currency code of ISO 4217, such as EUR"_s.arg(text(field)));
  return *currency;
}

Result<Instant> parseExportInstant(QStringView text) {
  static const QRegularExpression pattern(
      u"^(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)?)?\\s*(Z|z|UTC|[+-]\\d{2}:\\d{2})?$"_s);
  const auto match = pattern.match(text.trimmed().toString());
  if (!match.hasMatch())
    return fail(u"time.invalid"_s, u"“%1” is not a point in time"_s.arg(text));
  const auto part = [&](int number, const QString &whereEmpty) {
    return match.hasCaptured(number) && !match.capturedView(number).isEmpty()
               ? match.captured(number)
               : whereEmpty;
  };
  QString offset = part(4, u"Z"_s).toUpper();
  if (offset == u"UTC")
    offset = u"Z"_s;
  return parseInstant(match.captured(1) + u'T' + part(2, u"00:00"_s) + part(3, u":00"_s) + offset);
}

} // namespace tenantry::importing
