// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/invoice_text.h"
#include "services/billing/credit_notes.h"
#include "services/billing/invoice_listing.h"
#include "services/billing/invoice_paper.h"
#include "services/payments/adjustment.h"
#include "services/payments/credits.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct CreditNoteOptions {
  std::string number;
  std::string organization;
  std::string file;
  std::string amount;
  std::string reason;
  std::string expected;
  bool preview = false;
  int limit = 50;
};

Json rowOf(const billing::InvoiceRow &row) {
  return {{"organization", row.organization},
          {"organization_name", row.organizationName},
          {"id", row.id},
          {"number", row.number},
          {"currency", row.currency.code()},
          {"total", row.total},
          {"issued_on", *row.issuedOn}};
}

/// The latest first, over all organizations.
Result<std::vector<billing::InvoiceRow>> latest(store::Session &session, int limit) {
  billing::InvoiceQuery query;
  query.filter = billing::InvoiceFilter::CreditNote;
  std::vector<billing::InvoiceRow> rows;
  do {
    query.pageSize =
        std::min(billing::InvoiceListing::mostRows, limit - static_cast<int>(rows.size()));
    TENANTRY_TRY(page, billing::InvoiceListing(session).page(query));
    rows.insert(rows.end(), page.rows.begin(), page.rows.end());
    query.after = page.next;
  } while (query.after && static_cast<int>(rows.size()) < limit);
  return rows;
}

Result<std::vector<billing::InvoiceRow>> latestOf(store::Session &session,
                                                  const OrganizationId &organization, int limit) {
  TENANTRY_TRY(profile, organizations::OrganizationService(session).find(organization));
  TENANTRY_TRY(notes, billing::creditNotesOf(session, organization));
  std::vector<billing::InvoiceRow> rows;
  for (auto note = notes.rbegin(); note != notes.rend() && static_cast<int>(rows.size()) < limit;
       ++note) {
    billing::InvoiceRow row;
    row.organization = organization;
    row.organizationName = profile.name;
    row.id = InvoiceId(note->id.uuid());
    row.number = note->number;
    row.currency = note->currency;
    row.total = note->total;
    row.issuedOn = note->issuedOn;
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Answer> list(Composition &composition, const CreditNoteOptions &options) {
  TENANTRY_TRY(rows, options.organization.empty()
                         ? latest(composition.session(), options.limit)
                         : latestOf(composition.session(),
                                    OrganizationId::fromString(text(options.organization)),
                                    options.limit));
  Answer answer;
  answer.json["credit_notes"] = Json::array();
  TextTable table({u"number"_s, u"issued"_s, u"total"_s, u"organization"_s});
  for (const auto &row : rows) {
    answer.json["credit_notes"].push_back(rowOf(row));
    table.add({row.number, toIso(*row.issuedOn), Money(row.total, row.currency).toString(),
               row.organizationName});
  }
  answer.text = table.toString();
  return answer;
}

Result<Answer> showNote(Composition &composition, const QString &number) {
  auto &session = composition.session();
  TENANTRY_TRY(note, billing::findCreditNote(session, number));
  TENANTRY_TRY(lines, billing::creditNoteLines(session, note.organization, note.id));
  TENANTRY_TRY(lowered, billing::loweredBy(session, note.organization, note.id));
  Answer answer;
  answer.json = jsonOf(note);
  answer.json["lowers"] = Json::array();
  for (const auto &one : lowered)
    answer.json["lowers"].push_back({{"number", one.number}, {"amount", one.amount}});
  answer.json["lines"] = Json::array();
  for (const auto &line : lines)
    answer.json["lines"].push_back(jsonOf(line));
  answer.text = headOf(note, lowered) + linesText(lines, note.currency);
  return answer;
}

Result<Answer> writeNotePdf(Composition &composition, const QString &number, const QString &path) {
  TENANTRY_TRY(note, billing::findCreditNote(composition.session(), number));
  TENANTRY_TRY(pdf, billing::creditNotePdf(composition.session(), composition.business(),
                                           note.organization, note.id));
  return writePaper(pdf, number, path);
}

Json describe(const billing::PlannedInvoice &planned, bool isPreview) {
  Json json = describePlanned(planned, {});
  for (const auto *key : {"organization_name", "balance_applied", "issued_on", "due_on"})
    json.erase(key);
  json["done"] = !isPreview;
  json["to_balance"] = planned.credit->toBalance;
  json["lowers_invoices"] = planned.credit->reducesDue();
  return json;
}

Result<Answer> credit(Composition &composition, const CreditNoteOptions &options) {
  auto &session = composition.session();
  auto &business = composition.business();
  TENANTRY_TRY(invoice,
               billing::BillingService(session, business).findByNumber(text(options.number)));
  TENANTRY_TRY(amount, Money::parseMajor(text(options.amount), invoice.currency));
  payments::Credits credits(session, business);
  const payments::CreditRequest request{invoice.organization, invoice.id, amount.minor(),
                                        text(options.reason)};
  TENANTRY_TRY(planned, credits.preview(request));
  const auto digest = billing::digestOf(planned);
  if (!options.preview)
    TENANTRY_CHECK(
        credits.act(request, options.expected.empty() ? digest : text(options.expected)));
  const auto money = [&](std::int64_t minor) { return Money(minor, invoice.currency).toString(); };
  Answer answer{describe(planned, options.preview),
                (options.preview
                     ? u"%1 would be credited of %2: %3 less due, %4 to the balance.\n"_s
                     : u"%1 credited of %2: %3 less due, %4 to the balance.\n"_s)
                    .arg(amount.toString(), invoice.number, money(planned.credit->reducesDue()),
                         money(planned.credit->toBalance))};
  TextTable table({u"kind"_s, u"item"_s, u"from"_s, u"to"_s, u"amount"_s});
  for (const auto &line : planned.lines) {
    const auto &draft = line.draft;
    const bool dated = !draft.days.isEmpty();
    table.add({QString::fromLatin1(business::toWord(draft.kind)), draft.item,
               dated ? toIso(draft.days.from) : QString(), dated ? toIso(draft.days.to) : QString(),
               Money(draft.amount, invoice.currency).majorString()});
  }
  answer.json["digest"] = digest;
  answer.text += table.toString() + u"net %1, tax %2, total %3\ndigest %4\n"_s.arg(
                                        money(planned.invoice.net), money(planned.invoice.tax),
                                        money(planned.invoice.total), digest);
  return answer;
}

} // namespace

void addInvoiceCreditCommand(CommandLine &line, grammar::Level group) {
  const auto options = std::make_shared<CreditNoteOptions>();
  auto crediting = group.command("credit", "Credits an amount of an issued invoice, tax included");
  crediting.option("number", options->number, "INV-2026-000001").required();
  crediting.option("amount", options->amount, "In the invoice's currency: 49.00").required();
  crediting.option("--reason", options->reason, "Why; it stands on the credit note");
  crediting.flag("--preview", options->preview, "Only says what it would come to");
  crediting.option("--expect", options->expected,
                   "Refuse unless it comes to what a preview with this digest showed");
  line.on(crediting,
          {.work = [options](Composition &composition) { return credit(composition, *options); }});
}

void addCreditNoteCommands(CommandLine &line) {
  auto group = line.top().group("credit-note", "Credit notes");
  const auto options = std::make_shared<CreditNoteOptions>();
  auto listing = group.command("list", "The latest credit notes");
  listing.option("--organization", options->organization, "Only of the organization with this id")
      .checked(isOrganization());
  listing.option("--limit", options->limit, "At most that many").within(1, 1'000'000).showDefault();
  line.on(listing,
          {.work = [options](Composition &composition) { return list(composition, *options); }});
  auto showing = group.command("show", "A credit note with its lines and where its money went");
  showing.option("number", options->number, "CN-2026-000001").required();
  line.on(showing, {.work = [options](Composition &composition) {
            return showNote(composition, text(options->number));
          }});
  auto drawing = group.command("pdf", "The credit note as its customer gets it");
  drawing.option("number", options->number, "CN-2026-000001").required();
  drawing.option("file", options->file, "Where to write it").required();
  Command draw;
  draw.draws = true;
  draw.work = [options](Composition &composition) {
    return writeNotePdf(composition, text(options->number), text(options->file));
  };
  line.on(drawing, draw);
}

} // namespace tenantry::ctl
