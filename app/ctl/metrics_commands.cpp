// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/scenarios/figures.h"
#include "services/subscriptions/mrr.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using scenarios::BookFigures;

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

QString counts(const QString &what, const std::map<QString, std::int64_t> &byStatus) {
  QStringList parts;
  for (const auto &[status, count] : byStatus)
    parts.push_back(u"%1 %2"_s.arg(count).arg(status));
  return u"%1: %2\n"_s.arg(what, parts.isEmpty() ? u"none"_s : parts.join(u", "_s));
}

QString summarize(const BookFigures &figures) {
  QString text = u"The book at the end of %1\n\n"_s.arg(toIso(figures.day));
  TextTable revenue({u"currency"_s, u"MRR"_s, u"ARR"_s, u"open"_s});
  const auto open = figures.receivable();
  for (const auto &[currency, twelfths] : figures.mrrTwelfths) {
    const auto due = open.find(currency);
    revenue.add({currency.code(), Money(subscriptions::mrrMinor(twelfths), currency).majorString(),
                 Money(twelfths, currency).majorString(),
                 Money(due == open.end() ? 0 : due->second, currency).majorString()});
  }
  text += revenue.toString() + u'\n';
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

Result<Answer> metrics(Composition &composition, LocalDay day) {
  TENANTRY_TRY(figures, scenarios::figuresOn(composition.session(), day));
  return Answer{describe(figures), summarize(figures)};
}

} // namespace

void addMetricsCommands(CommandLine &line) {
  auto command =
      line.top().command("metrics", "MRR, ARR, counts and open amounts at the end of a day");
  const auto date = std::make_shared<std::string>();
  command.option("--date", *date, "The day, in the business's time zone")
      .required()
      .checked(isDay());
  line.on(command, {.work = [date](Composition &composition) {
            return metrics(composition, dayOf(*date));
          }});
}

} // namespace tenantry::ctl
