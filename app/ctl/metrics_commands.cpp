// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/billing/exchange_rates.h"
#include "services/payments/movement_export.h"
#include "services/scenarios/figures.h"
#include "services/subscriptions/mrr.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using scenarios::BookFigures;

constexpr int shownPlaces = 6; ///< of a rate

Json describe(const BookFigures &figures) {
  Json json{{"date", figures.day},
            {"mrr", Json::array()},
            {"arr", Json::array()},
            {"running_subscriptions", figures.running},
            {"organizations", Json::object()},
            {"subscriptions", Json::object()},
            {"open", Json::array()},
            {"invoices", Json::array()},
            {"ledger", Json::array()}};
  for (const auto &[currency, twelfths] : figures.mrrTwelfths) {
    json["mrr"].push_back({{"currency", currency.code()},
                           {"twelfths", twelfths},
                           {"amount", subscriptions::mrrMinor(twelfths)}});
    // Twelve months of twelfths: a year of them is the same number, in whole minor units.
    json["arr"].push_back({{"currency", currency.code()}, {"amount", twelfths}});
  }
  for (const auto &[status, count] : figures.organizations)
    json["organizations"][status.toStdString()] = count;
  for (const auto &[status, count] : figures.subscriptions)
    json["subscriptions"][status.toStdString()] = count;
  for (const auto &[currency, amount] : figures.receivable())
    json["open"].push_back({{"currency", currency.code()}, {"amount", amount}});
  for (const auto &invoice : figures.invoices)
    json["invoices"].push_back({{"status", invoice.status},
                                {"currency", invoice.currency.code()},
                                {"count", invoice.count},
                                {"total", invoice.total},
                                {"amount_due", invoice.amountDue}});
  for (const auto &entry : figures.ledger)
    json["ledger"].push_back({{"account", entry.account},
                              {"currency", entry.currency.code()},
                              {"balance", entry.balance}});
  return json;
}

Json describe(const billing::ReportedRevenue &reported) {
  const auto figure = [](const std::optional<std::int64_t> &known) {
    return known ? Json(*known) : Json();
  };
  Json json{{"currency", reported.currency.code()},
            {"mrr", figure(reported.mrr)},
            {"arr", figure(reported.arr)},
            {"rates", Json::array()},
            {"missing", Json::array()}};
  for (const auto &[currency, factor] : reported.used)
    json["rates"].push_back({{"currency", currency.code()},
                             {"rate", formatDecimal(factor.rate, shownPlaces)},
                             {"day", factor.day}});
  for (const auto &currency : reported.missing)
    json["missing"].push_back(currency.code());
  return json;
}

QString summarize(const billing::ReportedRevenue &reported) {
  const auto code = reported.currency.code();
  if (!reported.mrr) {
    QStringList missing;
    for (const auto &currency : reported.missing)
      missing.append(currency.code());
    return u"In %1: –, for there is no rate of that day or before for %2 (import rates)\n\n"_s.arg(
        code, missing.join(u", "_s));
  }
  if (reported.used.empty())
    return {};
  QStringList rates;
  for (const auto &[currency, factor] : reported.used)
    rates.append(u"1 %1 = %2 of %3"_s.arg(currency.code(), formatDecimal(factor.rate, shownPlaces),
                                          toIso(factor.day)));
  return u"In %1: MRR %2, ARR %3 (%4)\n\n"_s.arg(
      code, Money(*reported.mrr, reported.currency).majorString(),
      Money(*reported.arr, reported.currency).majorString(), rates.join(u", "_s));
}

QString counts(const QString &what, const std::map<QString, std::int64_t> &byStatus) {
  QStringList parts;
  for (const auto &[status, count] : byStatus)
    parts.push_back(u"%1 %2"_s.arg(count).arg(status));
  return u"%1: %2\n"_s.arg(what, parts.isEmpty() ? u"none"_s : parts.join(u", "_s));
}

QString summarize(const BookFigures &figures, const billing::ReportedRevenue &reported) {
  QString text = u"The book at the end of %1\n\n"_s.arg(toIso(figures.day));
  TextTable revenue({u"currency"_s, u"MRR"_s, u"ARR"_s, u"open"_s});
  const auto open = figures.receivable();
  for (const auto &[currency, twelfths] : figures.mrrTwelfths) {
    const auto due = open.find(currency);
    revenue.add({currency.code(), Money(subscriptions::mrrMinor(twelfths), currency).majorString(),
                 Money(twelfths, currency).majorString(),
                 Money(due == open.end() ? 0 : due->second, currency).majorString()});
  }
  text += revenue.toString() + u'\n' + summarize(reported);
  text += counts(u"Organizations"_s, figures.organizations);
  text += counts(u"Subscriptions"_s, figures.subscriptions);
  text += u"Subscriptions with recurring revenue: %1\n\n"_s.arg(figures.running);
  TextTable invoices({u"invoices"_s, u"currency"_s, u"count"_s, u"total"_s, u"due"_s});
  for (const auto &invoice : figures.invoices)
    invoices.add({invoice.status, invoice.currency.code(), QString::number(invoice.count),
                  Money(invoice.total, invoice.currency).majorString(),
                  Money(invoice.amountDue, invoice.currency).majorString()});
  return text + invoices.toString();
}

/// In which currency the book is reported, if nobody says so: the one that the business sells in.
Result<Currency> reportingCurrency(Composition &composition, const std::string &wanted) {
  if (!wanted.empty())
    return Currency::parse(text(wanted));
  TENANTRY_TRY(applied, composition.business().current(composition.session()));
  return applied->business.defaultCurrency;
}

Result<Answer> metrics(Composition &composition, LocalDay day, const std::string &wanted) {
  TENANTRY_TRY(currency, reportingCurrency(composition, wanted));
  TENANTRY_TRY(figures, scenarios::figuresOn(composition.session(), day));
  TENANTRY_TRY(rates, billing::ratesOn(composition.session(), day));
  const auto reported = billing::reportIn(currency, figures.mrrTwelfths, rates);
  auto json = describe(figures);
  json["reporting"] = describe(reported);
  return Answer{std::move(json), summarize(figures, reported)};
}

struct MetricsOptions {
  std::string date, currency;
  std::string from, to, file;
};

Result<Answer> exportMovements(Composition &composition, const MetricsOptions &options) {
  const DayRange days{dayOf(options.from), dayOf(options.to) + std::chrono::days(1)};
  TENANTRY_TRY(rows, payments::exportMovements(composition.session(), composition.business(), days,
                                               text(options.file)));
  return Answer{{{"file", text(options.file)}, {"rows", rows}},
                u"%1 has %2 rows.\n"_s.arg(text(options.file)).arg(rows)};
}

} // namespace

void addMetricsCommands(CommandLine &line) {
  auto command =
      line.top().command("metrics", "MRR, ARR, counts and open amounts at the end of a day");
  const auto options = std::make_shared<MetricsOptions>();
  auto movements = command.command("movements", "What changed MRR on these days, as a CSV file");
  movements.option("--from", options->from, "The first day").required().checked(isDay());
  movements.option("--to", options->to, "The last day").required().checked(isDay());
  movements.option("file", options->file, "The CSV file that is written").required();
  line.on(movements, {.work = [options](Composition &composition) {
            return exportMovements(composition, *options);
          }});
  command.option("--date", options->date, "The day, in the business's time zone")
      .requiredUnless(movements)
      .checked(isDay());
  command.option("--in", options->currency, "Sum MRR in this currency; else in the business's own");
  line.on(command, {.work = [options](Composition &composition) {
            return metrics(composition, dayOf(options->date), options->currency);
          }});
}

} // namespace tenantry::ctl
