// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/invoice_search.h"
#include "services/billing/numbering.h"
#include "services/store/prompt_read.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr qsizetype longestNumber = 60, fewestLetters = 3;
constexpr int yearsBack = 5;

/// How numbers with that sequence are written, of this year and those before.
std::vector<QString> numbersOf(const QString &format, std::int64_t sequence, int year) {
  std::vector<QString> numbers;
  for (int back = 0; back <= yearsBack; ++back)
    numbers.push_back(formatNumber(format, {year - back, sequence}));
  return numbers;
}

int yearOf(Instant now) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

Result<std::vector<FoundInvoice>> read(const store::Rows &rows, bool isOfNotes) {
  std::vector<FoundInvoice> found;
  for (const auto row : rows) {
    TENANTRY_TRY(status, parseInvoiceStatus(row.get<QString>(3)));
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
    found.push_back({row.get<OrganizationId>(0), row.get<QString>(1), row.get<QString>(2), status,
                     Money(row.get<std::int64_t>(4), currency), isOfNotes});
  }
  return found;
}

} // namespace

Result<std::vector<FoundInvoice>>
searchInvoices(store::Session &session, business::AppliedBusiness &business, const QString &text) {
  const QString wanted = text.simplified().remove(QChar()).left(longestNumber);
  bool isSequence = false;
  const auto sequence = wanted.toLongLong(&isSequence);
  if (wanted.size() < fewestLetters && (!isSequence || sequence < 1))
    return std::vector<FoundInvoice>();
  TENANTRY_TRY(applied, business.current(session));
  std::vector<QString> numbers{wanted}, notes{wanted};
  if (isSequence && sequence > 0) {
    const int year = yearOf(session.clock.now());
    numbers = numbersOf(applied->business.invoice.numberFormat, sequence, year);
    notes = numbersOf(applied->business.invoice.creditNoteFormat, sequence, year);
  }
  auto &database = session.database;
  return store::readPromptly(database, [&]() -> Result<std::vector<FoundInvoice>> {
    // Numbers are told apart by case; people do not.
    const QString upper = wanted.toUpper();
    const auto find = [&](const char *statement, const std::vector<QString> &whole) {
      return database.query(statement, {{"numbers", whole},
                                        {"typed", wanted},
                                        {"typed_end", endOfBeginning(wanted)},
                                        {"upper", upper},
                                        {"upper_end", endOfBeginning(upper)}});
    };
    TENANTRY_TRY(invoiceRows, find("invoices_by_number_found", numbers));
    TENANTRY_TRY(found, read(invoiceRows, false));
    TENANTRY_TRY(noteRows, find("credit_notes_by_number_found", notes));
    TENANTRY_TRY(foundNotes, read(noteRows, true));
    found.insert(found.end(), foundNotes.begin(), foundNotes.end());
    return found;
  });
}

} // namespace tenantry::billing
