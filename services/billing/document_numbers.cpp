// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/document_numbers.h"

#include "services/billing/numbering.h"
#include "services/store/copy.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

Result<std::vector<QString>> takeDocumentNumbers(store::Session &session,
                                                 const business::Applied &applied, Series series,
                                                 const std::vector<DocumentOf> &documents) {
  const auto &business = applied.business;
  const bool isInvoice = series == Series::Invoice;
  const NumberFormat format(isInvoice ? business.invoice.numberFormat
                                      : business.invoice.creditNoteFormat);
  const QString word = isInvoice ? u"invoice"_s : u"credit_note"_s;
  const std::chrono::year_month_day today(applied.zone().dayOf(session.clock.now()));
  const int year = int(today.year());
  const auto count = static_cast<std::int64_t>(documents.size());
  TENANTRY_TRY(taken, session.database.one<std::int64_t>("number_take",
                                                         {{"issuer", business.issuer.legalName},
                                                          {"series", word},
                                                          {"year", year},
                                                          {"count", count}}));
  std::int64_t next = std::get<0>(*taken) - count;
  std::vector<QString> numbers;
  store::CopyWriter registry(session.database, "number_registry",
                             "issuer, series, year, sequence, organization_id, document_id");
  for (const auto &document : documents) {
    numbers.push_back(format.of({year, ++next}));
    registry.beginRow(6);
    registry.put(business.issuer.legalName);
    registry.put(word);
    registry.putInt4(year);
    registry.put(next);
    registry.put(document.organization);
    registry.put(document.document);
  }
  TENANTRY_CHECK(registry.finish());
  return numbers;
}

} // namespace tenantry::billing
