// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/invoice_text.h"
#include "services/billing/issue_again.h"
#include "services/payments/voids.h"
#include "services/payments/write_offs.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct InvoiceEndOptions {
  std::string number;
  std::string reason;
  bool preview = false;
  std::string expected;
};

QString headOf(bool isPreview) {
  return isPreview ? u"Preview; nothing was written.\n"_s : u"Done.\n"_s;
}

Answer tell(const payments::VoidPicture &picture, bool isPreview) {
  const auto money = [&](std::int64_t minor) { return Money(minor, picture.currency).toString(); };
  return {{{"done", !isPreview},
           {"digest", picture.digest()},
           {"number", picture.number},
           {"currency", picture.currency.code()},
           {"due", picture.due},
           {"net", picture.net},
           {"tax", picture.tax},
           {"to_balance", picture.toBalance},
           {"pays", picture.pays}},
          headOf(isPreview) +
              u"invoice %1: %2 no longer due; %3 revenue and %4 tax taken back; %5 back to the "
              u"balance, of which %6 pays other invoices\ndigest %7\n"_s.arg(
                  picture.number, money(picture.due), money(picture.net), money(picture.tax),
                  money(picture.toBalance), money(picture.pays), picture.digest())};
}

Result<Answer> voidIt(Composition &composition, const InvoiceEndOptions &options) {
  auto &session = composition.session();
  auto &business = composition.business();
  TENANTRY_TRY(invoice,
               billing::BillingService(session, business).findByNumber(text(options.number)));
  payments::Voids voids(session, business);
  TENANTRY_TRY(picture, options.preview
                            ? voids.preview({invoice.organization, invoice.id})
                            : voids.act({invoice.organization, invoice.id, text(options.reason)},
                                        text(options.expected)));
  return tell(picture, options.preview);
}

Result<Answer> writeOff(Composition &composition, const InvoiceEndOptions &options) {
  auto &session = composition.session();
  auto &business = composition.business();
  TENANTRY_TRY(invoice,
               billing::BillingService(session, business).findByNumber(text(options.number)));
  const billing::InvoiceKey key{invoice.organization, invoice.id};
  payments::WriteOffs acts(session, business);
  TENANTRY_TRY(verdicts, acts.preview({key}));
  const auto &verdict = verdicts.front();
  if (verdict.refusal)
    return tl::unexpected(*verdict.refusal);
  const auto digest = verdict.digest();
  if (!options.preview)
    TENANTRY_CHECK(acts.act(key, options.expected.empty() ? digest : text(options.expected)));
  return Answer{{{"done", !options.preview},
                 {"digest", digest},
                 {"number", verdict.number},
                 {"currency", verdict.due.currency().code()},
                 {"amount", verdict.due.minor()}},
                headOf(options.preview) + u"invoice %1: %2 given up\ndigest %3\n"_s.arg(
                                              verdict.number, verdict.due.toString(), digest)};
}

Result<Answer> issueAgain(Composition &composition, const InvoiceEndOptions &options) {
  auto &session = composition.session();
  auto &business = composition.business();
  TENANTRY_TRY(invoice,
               billing::BillingService(session, business).findByNumber(text(options.number)));
  const billing::InvoiceKey key{invoice.organization, invoice.id};
  billing::IssueAgain acts(session, business);
  if (options.preview) {
    TENANTRY_TRY(planned, acts.preview(key));
    return previewOf(planned);
  }
  TENANTRY_TRY(made, acts.act(key, text(options.expected)));
  Answer answer{jsonOf(made), ctl::headOf(made)};
  answer.json["done"] = true;
  return answer;
}

using SharedEnd = std::shared_ptr<InvoiceEndOptions>;

void addShared(grammar::Level &level, const SharedEnd &options) {
  level.option("number", options->number, "INV-2026-000001").required();
  level.flag("--preview", options->preview, "Only show what it comes to; nothing is written");
  level.option("--expect", options->expected,
               "Refuse unless it comes to what a preview with this digest showed");
}

} // namespace

void addInvoiceEndCommands(CommandLine &line, grammar::Level group) {
  const auto voiding = std::make_shared<InvoiceEndOptions>();
  auto voids = group.command("void", "Takes an open invoice back that should not be; it is final");
  addShared(voids, voiding);
  voids.option("--reason", voiding->reason, "Why; it stands in the timeline");
  line.on(voids,
          {.work = [voiding](Composition &composition) { return voidIt(composition, *voiding); }});

  const auto again = std::make_shared<InvoiceEndOptions>();
  auto issues =
      group.command("issue-again", "A new invoice for what a void one was for; it is final");
  addShared(issues, again);
  line.on(issues,
          {.work = [again](Composition &composition) { return issueAgain(composition, *again); }});

  const auto giving = std::make_shared<InvoiceEndOptions>();
  auto gives = group.command("write-off", "Gives up what an invoice waits for; it is final");
  addShared(gives, giving);
  line.on(gives,
          {.work = [giving](Composition &composition) { return writeOff(composition, *giving); }});
}

} // namespace tenantry::ctl
