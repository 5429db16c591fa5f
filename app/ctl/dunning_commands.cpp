// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/invoice_text.h"
#include "services/billing/months.h"
#include "services/payments/dunning_acts.h"
#include "services/payments/dunning_board.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct DunningOptions {
  std::string number;
  std::string step;
  std::string decline;
  std::string currency;
  std::string until;
  std::string reason;
  std::string organization;
  std::string extension;
  std::string month;
  std::string expected;
  bool preview = false;
  int limit = 50;
};

Json caseJson(const payments::DunningRow &row) {
  return {{"organization", row.organization},
          {"organization_name", row.organizationName},
          {"invoice", row.id},
          {"number", row.number},
          {"amount_due", row.due.minor()},
          {"currency", row.due.currency().code()},
          {"step", payments::toString(row.step)},
          {"tries", row.tries},
          {"most_tries", row.mostTries},
          {"decline_code", row.declineCode},
          {"decline", payments::toString(row.decline)},
          {"next", payments::toString(row.act)},
          {"next_at", row.actAt ? Json(*row.actAt) : Json()},
          {"since", row.openedAt},
          {"is_suspended", row.isSuspended},
          {"is_trying", row.isTrying}};
}

Json extensionJson(const payments::Extension &extension) {
  return {{"id", extension.id},
          {"until", extension.until},
          {"reason", extension.reason},
          {"given_by", extension.givenBy},
          {"given_at", extension.givenAt},
          {"revoked_by", extension.revokedBy},
          {"revoked_at", extension.revokedAt ? Json(*extension.revokedAt) : Json()}};
}

QString nextText(const payments::DunningRow &row) {
  if (row.isTrying)
    return u"a try is running"_s;
  return row.actAt ? u"%1 %2"_s.arg(payments::toString(row.act), toIso(*row.actAt)) : QString();
}

Result<Answer> list(Composition &composition, const DunningOptions &options) {
  payments::DunningQuery query;
  if (!options.step.empty()) {
    TENANTRY_TRY(step, payments::parseDunningStep(text(options.step)));
    query.filter.step = step;
  }
  if (!options.decline.empty()) {
    TENANTRY_TRY(decline, payments::parseDeclineClass(text(options.decline)));
    query.filter.decline = decline;
  }
  query.filter.currency = text(options.currency).toUpper();
  payments::DunningBoard board(composition.session(), composition.business());
  Answer answer;
  answer.json["cases"] = Json::array();
  TextTable table(
      {u"invoice"_s, u"open"_s, u"organization"_s, u"step"_s, u"tries"_s, u"decline"_s, u"next"_s});
  for (int left = options.limit; left > 0;) {
    query.pageSize = std::min(left, payments::DunningBoard::mostRows);
    TENANTRY_TRY(page, board.page(query));
    for (const auto &row : page.rows) {
      answer.json["cases"].push_back(caseJson(row));
      table.add({row.number, row.due.toString(), row.organizationName, payments::toString(row.step),
                 u"%1/%2"_s.arg(row.tries).arg(row.mostTries), row.declineCode, nextText(row)});
    }
    left -= query.pageSize;
    query.after = page.next;
    if (!page.next)
      break;
  }
  answer.text = table.toString();
  return answer;
}

Result<billing::InvoiceKey> keyOf(Composition &composition, const DunningOptions &options) {
  TENANTRY_TRY(invoice, billing::BillingService(composition.session(), composition.business())
                            .findByNumber(text(options.number)));
  return billing::InvoiceKey{invoice.organization, invoice.id};
}

Answer tell(const payments::DunningSheet &sheet) {
  Answer answer;
  answer.json = caseJson(sheet.row);
  answer.json["has_method"] = sheet.hasMethod;
  for (const auto *name : {"history", "to_come", "extensions"})
    answer.json[name] = Json::array();
  answer.text = u"%1 of %2: %3 open, %4\n"_s.arg(sheet.row.number, sheet.row.organizationName,
                                                 sheet.row.due.toString(),
                                                 payments::toString(sheet.row.step));
  TextTable table({u"when"_s, u"what"_s, u"outcome"_s});
  for (const auto &attempt : sheet.tries) {
    answer.json["history"].push_back({{"started_at", attempt.createdAt},
                                      {"status", payments::toString(attempt.status)},
                                      {"decline_code", attempt.declineCode}});
    table.add(
        {toIso(attempt.createdAt), u"try %1"_s.arg(attempt.number),
         attempt.declineCode.isEmpty() ? payments::toString(attempt.status) : attempt.declineCode});
  }
  for (const auto &extension : sheet.extensions) {
    answer.json["extensions"].push_back(extensionJson(extension));
    table.add({toIso(extension.givenAt),
               u"time until %1 (%2)"_s.arg(toIso(extension.until), extension.id.toString()),
               extension.revokedAt ? u"taken back"_s : extension.reason});
  }
  for (const auto &stage : sheet.stages) {
    answer.json["to_come"].push_back({{"act", payments::toString(stage.act)}, {"at", stage.at}});
    table.add({toIso(stage.at), payments::toString(stage.act), u"to come"_s});
  }
  answer.text += table.toString();
  return answer;
}

Result<Answer> tell(Composition &composition, const billing::InvoiceKey &key) {
  TENANTRY_TRY(sheet,
               payments::DunningBoard(composition.session(), composition.business()).sheet(key));
  return tell(sheet);
}

Result<Answer> show(Composition &composition, const DunningOptions &options) {
  TENANTRY_TRY(key, keyOf(composition, options));
  return tell(composition, key);
}

/// What is dunned, as both acts preview it; refused where it cannot be done.
Result<Answer> dunned(const Result<std::vector<payments::DunningVerdict>> &previewed) {
  TENANTRY_TRY(verdicts, previewed);
  const auto &verdict = verdicts.front();
  if (verdict.refusal)
    return tl::unexpected(*verdict.refusal);
  return Answer{{{"number", verdict.number},
                 {"done", false},
                 {"digest", verdict.digest()},
                 {"currency", verdict.due.currency().code()},
                 {"amount_due", verdict.due.minor()}},
                u"%1 of %2: %3 open\n"_s.arg(verdict.number, verdict.organizationName,
                                             verdict.due.toString())};
}

QString digestText(const Answer &answer) {
  return u"digest %1\n"_s.arg(QString::fromStdString(answer.json["digest"].get<std::string>()));
}

Result<Answer> retry(Composition &composition, const DunningOptions &options) {
  TENANTRY_TRY(key, keyOf(composition, options));
  payments::DunningActs acts(composition.session(), composition.business());
  TENANTRY_TRY(answer, dunned(acts.previewRetry({key})));
  if (options.preview) {
    answer.text = u"Preview; nothing was written.\n"_s + answer.text + digestText(answer);
    return answer;
  }
  TENANTRY_TRY(isAsked, acts.retry(key, text(options.expected)));
  answer.json["done"] = isAsked;
  answer.text += isAsked ? u"A worker tries it now.\n"_s : u"A try is due already.\n"_s;
  return answer;
}

Result<Answer> extend(Composition &composition, const DunningOptions &options) {
  TENANTRY_TRY(key, keyOf(composition, options));
  payments::DunningActs acts(composition.session(), composition.business());
  const payments::Grant grant{dayOf(options.until), text(options.reason)};
  if (options.preview) {
    TENANTRY_TRY(seen, dunned(acts.previewExtend({key}, grant)));
    TENANTRY_TRY(answer, tell(composition, key));
    answer.json["digest"] = seen.json["digest"];
    answer.json["done"] = false;
    answer.text = u"Preview; nothing was written. Its plan would wait through %1.\n"_s.arg(
                      toIso(grant.until)) +
                  answer.text + digestText(seen);
    return answer;
  }
  TENANTRY_CHECK(acts.extend(key, grant, text(options.expected)));
  TENANTRY_TRY(answer, tell(composition, key));
  answer.json["done"] = true;
  return answer;
}

Result<Answer> revoke(Composition &composition, const DunningOptions &options) {
  const auto organization = OrganizationId::fromString(text(options.organization));
  const auto extension = payments::ExtensionId::fromString(text(options.extension));
  payments::DunningActs acts(composition.session(), composition.business());
  if (options.preview) {
    TENANTRY_TRY(seen, acts.previewRevoke(organization, extension));
    if (!seen)
      return Answer{{{"done", false}}, u"Preview: nothing would change.\n"_s};
    auto answer = tell(seen->sheet);
    answer.json["digest"] = seen->digest();
    answer.json["done"] = false;
    answer.text = u"Preview; nothing was written. It would go on as if the time until %1 (%2) had "
                  "never been given.\n"_s.arg(toIso(seen->until), seen->reason) +
                  answer.text + digestText(answer);
    return answer;
  }
  TENANTRY_TRY(isDone, acts.revoke(organization, extension, text(options.expected)));
  return Answer{{{"done", isDone}}, isDone ? u"Taken back.\n"_s : u"Nothing changed.\n"_s};
}

Result<Answer> figures(Composition &composition, const DunningOptions &options) {
  payments::DunningBoard board(composition.session(), composition.business());
  TENANTRY_TRY(applied, composition.business().current(composition.session()));
  TENANTRY_TRY(zone, Zone::find(applied->business.timeZone));
  const auto first = dayOf(options.month + "-01");
  const auto next = billing::firstDayOf(billing::monthOf(first) + std::chrono::months(1));
  TENANTRY_TRY(sums, board.sums());
  TENANTRY_TRY(outcome, board.outcome(zone.midnight(first), zone.midnight(next)));
  Answer answer;
  answer.json = {{"steps", Json::array()},
                 {"recovered_cases", outcome.cases},
                 {"recovered", jsonOf(outcome.recovered)},
                 {"lost_cases", outcome.lostCases},
                 {"lost", jsonOf(outcome.lost)}};
  for (const auto &[step, sum] : sums) {
    answer.json["steps"].push_back({{"step", payments::toString(step)},
                                    {"cases", sum.count},
                                    {"amount_due", jsonOf(sum.due)}});
    answer.text += u"%1: %2, %3\n"_s.arg(payments::toString(step), QString::number(sum.count),
                                         totalsText(sum.due));
  }
  answer.text += u"recovered in %1: %2\nlost in %1: %3\n"_s.arg(
      text(options.month), totalsText(outcome.recovered), totalsText(outcome.lost));
  return answer;
}

using DunningWork = Result<Answer> (*)(Composition &, const DunningOptions &);

grammar::Level addDunning(CommandLine &line, grammar::Level &group, const char *name,
                          const char *help, const std::shared_ptr<DunningOptions> &options,
                          DunningWork work) {
  auto command = group.command(name, help);
  line.on(command, {.work = [options, work](Composition &composition) {
            return work(composition, *options);
          }});
  return command;
}

} // namespace

void addDunningCommands(CommandLine &line) {
  auto group = line.top().group("dunning", "Invoices whose payment failed or is overdue");
  const auto options = std::make_shared<DunningOptions>();
  const auto number = [&options](grammar::Level &command) {
    command.option("number", options->number, "The invoice's number").required();
  };
  const auto expects = [&options](grammar::Level &command,
                                  const char *what = "Refuse unless as much is due as a preview "
                                                     "with this digest showed") {
    command.flag("--preview", options->preview, "Only show what it is about; nothing is written");
    command.option("--expect", options->expected, what);
  };
  auto lists = addDunning(line, group, "list", "What is dunned, by what comes next", options, list);
  lists.option("--step", options->step, "Only those")
      .oneOf({"retrying", "exhausted", "suspended", "extended", "final"});
  lists.option("--decline", options->decline, "Only those declined so")
      .oneOf({"none", "soft", "hard", "action"});
  lists.option("--currency", options->currency, "Only those in that currency");
  lists.option("--limit", options->limit, "At most that many").within(1, 100'000).showDefault();
  auto shows = addDunning(line, group, "show", "What was tried and what is to come", options, show);
  number(shows);
  auto retries =
      addDunning(line, group, "retry", "Lets a worker try the payment now", options, retry);
  number(retries);
  expects(retries);
  auto extends = addDunning(line, group, "extend", "Gives time: the plan waits", options, extend);
  number(extends);
  expects(extends);
  extends.option("--until", options->until, "The last day of it").checked(isDay()).required();
  extends.option("--reason", options->reason, "Why, for others to read").required();
  auto revokes = addDunning(line, group, "revoke", "Takes given time back", options, revoke);
  revokes.option("organization", options->organization, "The organization's id")
      .checked(isOrganization())
      .required();
  revokes.option("extension", options->extension, "The id that `dunning show` tells")
      .checked(isOrganization())
      .required();
  expects(revokes,
          "Refuse unless as much is due, and to come, as a preview with this digest showed");
  auto sums = addDunning(line, group, "figures", "What is dunned, and what came of it in a month",
                         options, figures);
  sums.option("month", options->month, "2026-10").required().checked(isMonth());
}

} // namespace tenantry::ctl
