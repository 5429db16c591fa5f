// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/draft_store.h"

#include "services/billing/stored_invoice.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

Result<> loadDrafts(store::Session &session, const DocumentKeys &among, StoredDrafts &drafts) {
  if (among.documents.empty())
    return {};
  auto &database = session.database;
  TENANTRY_TRY(rows, database.query("drafts_among", {{"organizations", among.organizations},
                                                     {"documents", among.documents}}));
  if (rows.isEmpty())
    return {};
  DocumentKeys found;
  for (const auto row : rows) {
    TENANTRY_TRY(invoice, readInvoice(row));
    found.add(invoice.organization, invoice.id);
    StoredDraft draft;
    draft.credits.isCreditedItself = row.get<bool>(23);
    draft.invoice = std::move(invoice);
    drafts[found.organizations.back()][found.documents.back()] = std::move(draft);
  }
  TENANTRY_TRY(lines, database.query("drafts_lines", {{"organizations", found.organizations},
                                                      {"documents", found.documents}}));
  for (const auto row : lines) {
    auto &draft = drafts.at(row.get<OrganizationId>(13)).at(row.get<InvoiceId>(14));
    draft.lines.push_back(readLine(row));
    if (row.get<bool>(15))
      draft.credits.lines.insert(draft.lines.back().lineNo);
  }
  return {};
}

Result<DraftCredits> draftCreditsOf(store::Session &session, const Invoice &draft) {
  TENANTRY_TRY(rows, session.database.query("draft_credits", {{"organization", draft.organization},
                                                              {"invoice", draft.id}}));
  DraftCredits credits;
  for (const auto row : rows) {
    if (row.get<bool>(1))
      credits.isCreditedItself = true;
    else
      credits.lines.insert(row.get<int>(0));
  }
  return credits;
}

Result<> storeDraftLines(store::Session &session, const Invoice &draft,
                         const std::vector<StoredLine> &lines, const std::vector<int> &dropped) {
  std::vector<int> numbers;
  std::vector<QString> kinds, items, quantities, units, details;
  std::vector<std::int64_t> amounts, discounts, taxes;
  std::vector<LocalDay> tos;
  for (const auto &line : lines) {
    numbers.push_back(line.lineNo);
    kinds.push_back(line.kind);
    items.push_back(line.item);
    quantities.push_back(line.quantity);
    units.push_back(line.unit);
    amounts.push_back(line.amount);
    discounts.push_back(line.discountShare);
    taxes.push_back(line.taxShare);
    tos.push_back(line.toDay.value_or(LocalDay{}));
    details.push_back(line.detail.is_null() ? QString()
                                            : QString::fromStdString(line.detail.dump()));
  }
  auto &database = session.database;
  TENANTRY_CHECK(database.execute("draft_untax",
                                  {{"organization", draft.organization}, {"invoice", draft.id}}));
  if (!dropped.empty())
    TENANTRY_CHECK(database.execute(
        "draft_drop_lines",
        {{"organization", draft.organization}, {"invoice", draft.id}, {"numbers", dropped}}));
  TENANTRY_CHECK(database.execute("draft_store_lines", {{"organization", draft.organization},
                                                        {"invoice", draft.id},
                                                        {"numbers", numbers},
                                                        {"kinds", kinds},
                                                        {"quantities", quantities},
                                                        {"amounts", amounts},
                                                        {"discounts", discounts},
                                                        {"taxes", taxes},
                                                        {"tos", tos},
                                                        {"details", details}}));
  TENANTRY_CHECK(database.execute("draft_tax_lines", {{"organization", draft.organization},
                                                      {"invoice", draft.id},
                                                      {"numbers", numbers},
                                                      {"kinds", kinds},
                                                      {"items", items},
                                                      {"quantities", quantities},
                                                      {"units", units},
                                                      {"amounts", amounts}}));
  return {};
}

} // namespace tenantry::billing
