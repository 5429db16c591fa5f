// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/invoice_text.h"
#include "services/billing/billing_crew.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct BillingRunOptions {
  std::string date;
  int limit = 50;
  int workers = 2;
};

/// The last moment of that day of the business.
Instant endOf(LocalDay day, const Zone &zone) {
  return zone.midnight(day + std::chrono::days(1)) - std::chrono::microseconds(1);
}

Json describe(const std::vector<billing::RunLowering> &lowered) {
  Json all = Json::array();
  for (const auto &one : lowered)
    all.push_back({{"organization", one.organization},
                   {"organization_name", one.name},
                   {"draft", one.draft},
                   {"currency", one.currency.code()},
                   {"from", one.from},
                   {"to", one.to},
                   {"by", one.by()}});
  return all;
}

Json describe(LocalDay day, const billing::RunSummary &summary) {
  return {{"date", day},
          {"subscriptions", summary.subscriptions},
          {"invoices", summary.invoices},
          {"totals", jsonOf(summary.totals)},
          {"lowered", describe(summary.lowered)},
          {"lowered_totals", jsonOf(billing::totalsOf(summary.lowered))}};
}

QString loweredText(const std::vector<billing::RunLowering> &lowered) {
  QString text;
  for (const auto &one : lowered)
    text += u"%1: draft %2 comes to %4 instead of %3\n"_s.arg(
        one.name, one.draft.toString(), Money(one.from, one.currency).toString(),
        Money(one.to, one.currency).toString());
  return text;
}

/// "3 invoices for 4 subscriptions: 597.00 USD; 1 draft lowered by 6.00 USD"
QString sumText(const billing::RunSummary &summary) {
  auto text = u"%1 invoices for %2 subscriptions: %3"_s.arg(summary.invoices)
                  .arg(summary.subscriptions)
                  .arg(totalsText(summary.totals));
  if (!summary.lowered.empty())
    text += u"; %1 drafts lowered by %2"_s.arg(summary.lowered.size())
                .arg(totalsText(billing::totalsOf(summary.lowered)));
  return text;
}

void addLeftOut(const std::vector<billing::LeftOut> &leftOut, Answer &answer) {
  Json all = Json::array();
  for (const auto &[organization, error] : leftOut) {
    all.push_back(
        {{"organization", organization}, {"code", error.code}, {"message", error.message}});
    answer.text +=
        u"Left out %1: %2 (%3)\n"_s.arg(organization.toString(), error.message, error.code);
  }
  answer.json["left_out"] = std::move(all);
  answer.isPartlyBad = !leftOut.empty();
}

Result<Answer> preview(Composition &composition, LocalDay day, int limit) {
  auto &session = composition.session();
  TENANTRY_TRY(applied, composition.business().current(session));
  Answer answer;
  Json planned = Json::array();
  TextTable table({u"organization"_s, u"issued"_s, u"lines"_s, u"total"_s});
  const auto visit = [&](const billing::PlannedInvoice &invoice,
                         const organizations::Organization &organization) {
    if (static_cast<int>(planned.size()) >= limit)
      return;
    planned.push_back(describePlanned(invoice, organization.name));
    table.add({organization.name,
               invoice.invoice.issuedOn ? toIso(*invoice.invoice.issuedOn) : QString(),
               QString::number(invoice.lines.size()),
               Money(invoice.invoice.total, invoice.invoice.currency).toString()});
  };
  TENANTRY_TRY(summary,
               billing::BillingRun(session, composition.business())
                   .preview(endOf(day, applied->zone()), billing::BillingRun::everything(), visit));
  answer.json = describe(day, summary);
  answer.text = table.toString() + loweredText(summary.lowered) + sumText(summary) +
                u"; nothing was written.\n"_s;
  answer.json["listed"] = planned.size();
  answer.json["planned"] = std::move(planned);
  addLeftOut(summary.leftOut, answer);
  return answer;
}

Result<Answer> run(Composition &composition, LocalDay day, int workers) {
  TENANTRY_TRY(applied, composition.business().current(composition.session()));
  const auto zone = applied->zone();
  const Instant now = composition.clock().now();
  if (day > zone.dayOf(now))
    return fail(u"billing.date_in_future"_s,
                u"%1 is still to come: it can be previewed (“invoice preview”), not run."_s.arg(
                    toIso(day)));
  const VirtualClock clock(std::min(now, endOf(day, zone)));
  const auto connect = [settings = composition.workSettings()] {
    return store::Database::open(settings);
  };
  TENANTRY_TRY(summary,
               billing::runSideBySide(connect, clock, composition.session().actor, workers));
  Answer answer{describe(day, summary), loweredText(summary.lowered) + sumText(summary) + u".\n"_s};
  addLeftOut(summary.leftOut, answer);
  return answer;
}

} // namespace

void addBillingRunCommands(CommandLine &line, grammar::Level group) {
  const auto options = std::make_shared<BillingRunOptions>();
  auto previewing =
      group.command("preview", "What a run at the end of a day would issue; writes nothing");
  previewing.option("--date", options->date, "The day, past or to come")
      .required()
      .checked(isDay());
  previewing.option("--limit", options->limit, "List at most that many")
      .within(0, 1'000'000)
      .showDefault();
  line.on(previewing, {.work = [options](Composition &composition) {
            return preview(composition, dayOf(options->date), options->limit);
          }});
  auto running = group.command("run", "Renew and invoice everything due up to the end of a day");
  running.option("--date", options->date, "The day, not one to come").required().checked(isDay());
  running.option("--workers", options->workers, "Side by side, each with a connection of its own")
      .within(1, 16)
      .showDefault();
  line.on(running, {.work = [options](Composition &composition) {
            return run(composition, dayOf(options->date), options->workers);
          }});
}

} // namespace tenantry::ctl
