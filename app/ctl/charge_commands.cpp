// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/invoice_text.h"
#include "services/billing/one_off.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct ChargeOptions {
  std::string organization;
  std::vector<std::string> lines; ///< "DESCRIPTION=PRICE" or "DESCRIPTION=QUANTITYxPRICE"
  std::string currency;
  std::string expect;
  bool preview = false;
};

Result<billing::OneOffLine> lineOf(const QString &given, Currency currency) {
  const auto equals = given.lastIndexOf(u'=');
  if (equals < 0)
    return fail(
        u"invoice.line_invalid"_s,
        u"“%1” has no price; write “Consulting=7.5x120.00” or “Set-up=500.00”."_s.arg(given));
  const auto price = QStringView(given).mid(equals + 1).trimmed();
  const auto times = price.indexOf(u'x');
  billing::OneOffLine line;
  line.description = given.left(equals).trimmed();
  if (times >= 0) {
    TENANTRY_TRY(quantity, parseDecimal(price.left(times).trimmed()));
    line.quantity = quantity;
  }
  TENANTRY_TRY(unit, parseDecimal(price.mid(times + 1).trimmed()));
  line.unit = unit * Money::parseMajor(u"1", currency)->minor();
  return line;
}

Result<billing::OneOffRequest> requestOf(Composition &composition, const ChargeOptions &options) {
  billing::OneOffRequest request;
  request.organization = OrganizationId::fromString(text(options.organization));
  TENANTRY_TRY(
      organization,
      organizations::OrganizationService(composition.session()).find(request.organization));
  request.currency = organization.currency;
  if (!options.currency.empty()) {
    TENANTRY_TRY(currency, Currency::parse(text(options.currency)));
    request.currency = currency;
  }
  for (const auto &given : options.lines) {
    TENANTRY_TRY(line, lineOf(text(given), *request.currency));
    request.lines.push_back(std::move(line));
  }
  return request;
}

Result<Answer> charge(Composition &composition, const ChargeOptions &options) {
  TENANTRY_TRY(request, requestOf(composition, options));
  billing::OneOffCharges charges(composition.session(), composition.business());
  TENANTRY_TRY(planned, charges.preview(request));
  const auto digest = billing::digestOfCharge(planned);
  if (options.preview)
    return previewOf(planned);
  TENANTRY_TRY(invoice,
               charges.act(request, options.expect.empty() ? digest : text(options.expect)));
  Answer answer{jsonOf(invoice), headOf(invoice)};
  answer.json["done"] = true;
  return answer;
}

} // namespace

void addInvoiceChargeCommand(CommandLine &line, grammar::Level group) {
  const auto options = std::make_shared<ChargeOptions>();
  auto charging = group.command("charge", "Invoices what is sold once");
  charging.option("organization", options->organization, "The organization's id")
      .checked(isOrganization())
      .required();
  charging
      .option("--line", options->lines,
              "\"Set-up=500.00\" or \"Consulting=7.5x120.00\"; may be given several times")
      .required();
  charging.option("--currency", options->currency, "Default: the organization's");
  charging.flag("--preview", options->preview, "Only says what it would come to");
  charging.option("--expect", options->expect,
                  "Refuse unless it comes to what a preview with this digest showed");
  line.on(charging,
          {.work = [options](Composition &composition) { return charge(composition, *options); }});
}

} // namespace tenantry::ctl
