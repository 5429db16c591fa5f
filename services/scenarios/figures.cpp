// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/figures.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

Result<std::map<QString, std::int64_t>> countsBy(store::Session &session, const char *query) {
  TENANTRY_TRY(rows, session.database.query(query));
  std::map<QString, std::int64_t> counts;
  for (const auto row : rows)
    counts.emplace(row.get<QString>(0), row.get<std::int64_t>(1));
  return counts;
}

Result<> readMrr(store::Session &session, BookFigures &figures) {
  TENANTRY_TRY(rows,
               session.database.query("mrr_on", {{"day", figures.day + std::chrono::days(1)}}));
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(0)));
    figures.mrrTwelfths.emplace(currency, row.get<std::int64_t>(1));
  }
  TENANTRY_TRY(running,
               session.database.one<std::int64_t>("figures_subscriptions_running",
                                                  {{"day", figures.day + std::chrono::days(1)}}));
  figures.running = std::get<0>(running.value());
  return {};
}

Result<> readInvoices(store::Session &session, BookFigures &figures) {
  TENANTRY_TRY(rows, session.database.query("figures_invoices"));
  for (const auto row : rows) {
    const auto [status, code, count, total, due] =
        row.as<QString, QString, std::int64_t, std::int64_t, std::int64_t>();
    TENANTRY_TRY(currency, Currency::parse(code));
    figures.invoices.push_back({status, currency, count, total, due});
  }
  return {};
}

Result<> readLedger(store::Session &session, BookFigures &figures) {
  TENANTRY_TRY(rows, session.database.query("figures_ledger",
                                            {{"day", figures.day + std::chrono::days(1)}}));
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(1)));
    figures.ledger.push_back({row.get<QString>(0), currency, row.get<std::int64_t>(2)});
  }
  return {};
}

} // namespace

std::map<Currency, std::int64_t> BookFigures::receivable() const {
  std::map<Currency, std::int64_t> open;
  for (const auto &figure : ledger)
    if (figure.account == u"receivable"_s)
      open[figure.currency] = figure.balance;
  return open;
}

Result<std::vector<InvoiceRow>> latestInvoices(store::Session &session, const QString &status,
                                               const std::optional<OrganizationId> &organization,
                                               int limit) {
  TENANTRY_TRY(rows, session.database.query(
                         "figures_invoice_list",
                         {{"status", status}, {"organization", organization}, {"limit", limit}}));
  std::vector<InvoiceRow> invoices;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
    invoices.push_back({row.get<OrganizationId>(0), row.get<QString>(1), row.get<InvoiceId>(2),
                        row.get<QString>(3), row.get<QString>(4), currency,
                        row.get<std::int64_t>(6), row.get<std::int64_t>(7),
                        row.get<std::optional<LocalDay>>(8), row.get<std::optional<LocalDay>>(9)});
  }
  return invoices;
}

Result<BookFigures> figuresOn(store::Session &session, LocalDay day) {
  BookFigures figures;
  figures.day = day;
  TENANTRY_CHECK(readMrr(session, figures));
  TENANTRY_TRY(organizations, countsBy(session, "figures_organizations"));
  figures.organizations = organizations;
  TENANTRY_TRY(subscriptions, countsBy(session, "figures_subscriptions"));
  figures.subscriptions = subscriptions;
  TENANTRY_CHECK(readInvoices(session, figures));
  TENANTRY_CHECK(readLedger(session, figures));
  return figures;
}

} // namespace tenantry::scenarios
