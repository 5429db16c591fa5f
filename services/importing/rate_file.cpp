// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/rate_file.h"

#include "services/importing/csv_reader.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

struct RateColumns {
  qsizetype day = -1;
  std::vector<std::pair<qsizetype, Currency>> currencies;
};

Result<RateColumns> rateColumns(const CsvHeader &header, Currency base, RateFile &read) {
  RateColumns columns;
  columns.day = header.indexOf(u"Date");
  if (columns.day < 0)
    return fail(u"rate.date_missing"_s,
                u"The file has no column “Date”; a row says of which day its rates are."_s);
  for (qsizetype at = 0; at < header.names().size(); ++at) {
    const auto name = header.names().at(at);
    if (at == columns.day || name.isEmpty())
      continue;
    const auto currency = Currency::parse(name);
    if (currency && *currency != base)
      columns.currencies.emplace_back(at, *currency);
    else
      read.leftOut.append(name);
  }
  if (columns.currencies.empty())
    return fail(u"rate.currency_missing"_s,
                u"No column of the file is a currency; their names are like USD."_s);
  return columns;
}

/// Nothing: there was none that day. Rates have at most 12 decimals and 12 digits before them.
Result<std::optional<Rational>> rateIn(const QString &cell) {
  constexpr qsizetype longest = 25, mostDecimals = 12;
  const auto text = cell.trimmed();
  const auto point = text.indexOf(u'.');
  if (text.isEmpty() || text.compare(u"N/A"_s, Qt::CaseInsensitive) == 0)
    return std::optional<Rational>{};
  const auto rate = parseDecimal(text);
  if (!rate || *rate <= 0 || text.size() > longest ||
      (point >= 0 && text.size() - point - 1 > mostDecimals))
    return fail(u"rate.invalid"_s,
                u"“%1” is not a rate; write how much of the currency one of the base is, like "
                u"1.0842."_s.arg(text.left(longest)));
  return std::optional(*rate);
}

void takeRecord(const CsvRecord &record, const RateColumns &columns, const QString &file,
                Currency base, std::set<LocalDay> &days, RateFile &read) {
  const auto refuse = [&](Error error, qsizetype column) {
    error.place = Place{file, record.line, {}, record.header->names().at(column)};
    read.errors.push_back(std::move(error));
  };
  const auto day = parseDay(record.cells.at(columns.day).trimmed());
  if (!day)
    return refuse(
        {u"rate.date_invalid"_s,
         u"“%1” is not a day; write 2026-01-31."_s.arg(record.cells.at(columns.day).left(40)),
         {}},
        columns.day);
  if (!days.insert(*day).second)
    return refuse(
        {u"rate.date_repeated"_s,
         u"%1 is in an earlier row of this file; remove one of the two."_s.arg(toIso(*day)),
         {}},
        columns.day);
  for (const auto &[at, currency] : columns.currencies) {
    const auto rate = rateIn(record.cells.at(at));
    if (!rate)
      refuse(rate.error(), at);
    else if (*rate)
      read.rates.push_back({base, currency, *day, **rate});
  }
}

} // namespace

Result<RateFile> readRates(QIODevice &device, const QString &file, Currency base) {
  TENANTRY_TRY(reader, CsvReader::open(device, file));
  RateFile read;
  TENANTRY_TRY(columns, rateColumns(reader.header(), base, read));
  std::set<LocalDay> days;
  for (;;) {
    const auto record = reader.next();
    if (!record) {
      read.errors.push_back(record.error());
      if (record.error().code == u"text.unreadable"_s)
        return read;
      continue;
    }
    if (!*record)
      return read;
    takeRecord(**record, columns, file, base, days, read);
  }
}

} // namespace tenantry::importing
