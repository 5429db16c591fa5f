// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/invoice_text.h"
#include "app/ctl/line_words.h"
#include "services/billing/invoice_paper.h"
#include "services/billing/issue_again.h"
#include "services/scenarios/figures.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct InvoiceOptions {
  std::string number;
  std::string status;
  std::string organization;
  std::string file;
  int limit = 50;
  int events = 100;
};

struct Found {
  billing::Invoice invoice;
  std::vector<billing::StoredLine> lines;
};

Result<Found> find(Composition &composition, const QString &numberOrId) {
  billing::BillingService billing(composition.session(), composition.business());
  TENANTRY_TRY(invoice, billing.findCalled(numberOrId));
  TENANTRY_TRY(lines, billing.lines(invoice.organization, invoice.id));
  return Found{invoice, lines};
}

Result<Answer> list(Composition &composition, const InvoiceOptions &options) {
  std::optional<OrganizationId> organization;
  if (!options.organization.empty())
    organization = OrganizationId::fromString(text(options.organization));
  TENANTRY_TRY(rows, scenarios::latestInvoices(composition.session(), text(options.status),
                                               organization, options.limit));
  Answer answer;
  answer.json["invoices"] = Json::array();
  // Who works on a draft has to name it, and its organization.
  const bool hasDrafts =
      std::any_of(rows.begin(), rows.end(), [](const auto &row) { return row.number.isEmpty(); });
  QStringList head{u"number"_s, u"status"_s, u"issued"_s,      u"due"_s,
                   u"total"_s,  u"open"_s,   u"organization"_s};
  if (hasDrafts)
    head += {u"draft"_s, u"of organization"_s};
  TextTable table(head);
  for (const auto &row : rows) {
    const auto day = [](const std::optional<LocalDay> &given) {
      return given ? toIso(*given) : QString();
    };
    answer.json["invoices"].push_back({{"organization", row.organization},
                                       {"organization_name", row.organizationName},
                                       {"id", row.id},
                                       {"number", row.number},
                                       {"status", row.status},
                                       {"currency", row.currency.code()},
                                       {"total", row.total},
                                       {"amount_due", row.amountDue},
                                       {"issued_on", row.issuedOn ? Json(*row.issuedOn) : Json()},
                                       {"due_on", row.dueOn ? Json(*row.dueOn) : Json()}});
    QStringList cells{row.number,
                      row.status,
                      day(row.issuedOn),
                      day(row.dueOn),
                      Money(row.total, row.currency).toString(),
                      Money(row.amountDue, row.currency).majorString(),
                      row.organizationName};
    if (hasDrafts)
      cells += row.number.isEmpty() ? QStringList{row.id.toString(), row.organization.toString()}
                                    : QStringList{{}, {}};
    table.add(cells);
  }
  answer.text = table.toString();
  return answer;
}

/// The invoice without its lines, and what came in its place.
Result<Answer> headAnswer(Composition &composition, const billing::Invoice &invoice) {
  TENANTRY_TRY(links, billing::IssueAgain(composition.session(), composition.business())
                          .linksOf({invoice.organization, invoice.id}));
  Answer answer;
  answer.json = jsonOf(invoice);
  answer.json["issued_again_as"] = links.again ? Json(links.againNumber) : Json();
  answer.json["in_place_of"] = links.instead ? Json(links.insteadNumber) : Json();
  answer.json["lines"] = Json::array();
  answer.text = headOf(invoice);
  if (links.again)
    answer.text += u"issued again as %1\n"_s.arg(links.againNumber.isEmpty() ? u"a draft"_s
                                                                             : links.againNumber);
  if (links.instead)
    answer.text += u"in place of %1\n"_s.arg(links.insteadNumber);
  return answer;
}

Result<Answer> showInvoice(Composition &composition, const QString &number) {
  TENANTRY_TRY(found, find(composition, number));
  TENANTRY_TRY(answer, headAnswer(composition, found.invoice));
  for (const auto &line : found.lines)
    answer.json["lines"].push_back(jsonOf(line));
  answer.text += linesText(found.lines, found.invoice.currency);
  return answer;
}

/// At most `most` events of a line, the latest first; 0: all.
Result<std::vector<usage::CountedEvent>> eventsOf(Composition &composition,
                                                  const billing::Invoice &invoice,
                                                  const billing::StoredLine &line, int most) {
  constexpr int page = usage::mostEvents;
  billing::BillingService billing(composition.session(), composition.business());
  std::vector<usage::CountedEvent> events;
  usage::EventCursor cursor;
  for (;;) {
    const auto left = most == 0 ? page : std::min(page, most - static_cast<int>(events.size()));
    if (left == 0)
      return events;
    TENANTRY_TRY(some, billing.evidence(invoice.organization, line, cursor, left));
    events.insert(events.end(), some.begin(), some.end());
    if (static_cast<int>(some.size()) < left)
      return events;
    cursor = {some.back().occurredAt, some.back().key};
  }
}

Result<Answer> explain(Composition &composition, const InvoiceOptions &options) {
  TENANTRY_TRY(found, find(composition, text(options.number)));
  TENANTRY_TRY(answer, headAnswer(composition, found.invoice));
  for (const auto &line : found.lines) {
    Json json = jsonOf(line);
    answer.text += linesText({line}, found.invoice.currency);
    if (!line.detail.is_null())
      for (const auto &words : detailWords(line, found.invoice.currency))
        answer.text += u"    %1\n"_s.arg(words);
    if (line.partFrom) {
      TENANTRY_TRY(events, eventsOf(composition, found.invoice, line, options.events));
      json["events"] = Json::array();
      for (const auto &event : events) {
        json["events"].push_back(jsonOf(event));
        answer.text +=
            u"    %1  %2  %3\n"_s.arg(toIso(event.occurredAt), event.key).arg(event.quantity);
      }
    }
    answer.json["lines"].push_back(std::move(json));
  }
  return answer;
}

Result<Answer> writeInvoicePdf(Composition &composition, const QString &number,
                               const QString &path) {
  TENANTRY_TRY(found, find(composition, number));
  TENANTRY_TRY(pdf, billing::invoicePdf(composition.session(), composition.business(),
                                        found.invoice.organization, found.invoice.id));
  TENANTRY_TRY(answer, writePaper(pdf, number, path));
  answer.json["number"] = found.invoice.number; // of a draft: none
  return answer;
}

} // namespace

void addInvoiceCommands(CommandLine &line) {
  auto group = line.top().group("invoice", "Invoices");
  const auto options = std::make_shared<InvoiceOptions>();
  auto listing = group.command("list", "The latest invoices");
  listing.option("--status", options->status, "Only of this status")
      .oneOf({"draft", "open", "paid", "void", "uncollectible"});
  listing.option("--organization", options->organization, "Only of the organization with this id")
      .checked(isOrganization());
  listing.option("--limit", options->limit, "At most that many").within(1, 1'000'000).showDefault();
  line.on(listing,
          {.work = [options](Composition &composition) { return list(composition, *options); }});
  auto showing = group.command("show", "An invoice with its lines");
  showing.option("number", options->number, "INV-2026-000001, or the id of an invoice or draft")
      .required();
  line.on(showing, {.work = [options](Composition &composition) {
            return showInvoice(composition, text(options->number));
          }});
  auto explaining = group.command("explain", "How each line came about, down to its usage events");
  explaining.option("number", options->number, "INV-2026-000001, or the id of an invoice or draft")
      .required();
  explaining.option("--events", options->events, "At most that many of each line; 0: all")
      .within(0, 1'000'000)
      .showDefault();
  line.on(explaining,
          {.work = [options](Composition &composition) { return explain(composition, *options); }});
  auto drawing = group.command("pdf", "The invoice as its customer got it");
  drawing.option("number", options->number, "INV-2026-000001, or the id of an invoice or draft")
      .required();
  drawing.option("file", options->file, "Where to write it").required();
  Command draw;
  draw.draws = true;
  draw.work = [options](Composition &composition) {
    return writeInvoicePdf(composition, text(options->number), text(options->file));
  };
  line.on(drawing, draw);
  addBillingRunCommands(line, group);
  addInvoiceChargeCommand(line, group);
  addInvoiceCreditCommand(line, group);
  addInvoiceEndCommands(line, group);
  addDraftCommands(line, group);
  addInvoiceLinkCommand(line, group);
}

} // namespace tenantry::ctl
