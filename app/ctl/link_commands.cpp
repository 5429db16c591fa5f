// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/billing/service.h"
#include "services/organizations/customer_links.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

using organizations::CustomerLink;
using organizations::CustomerLinks;
using organizations::LinkPurpose;

struct LinkOptions {
  std::string about; ///< the invoice's number or the organization's id
  std::string publicUrl = "http://127.0.0.1:8480";
  int days = 30;
};

grammar::Check isWebAddress() {
  return {"URL", [](const std::string &value) {
            return organizations::pagesAddress(text(value))
                       ? std::string()
                       : std::string("the pages' address is like https://pay.example.com");
          }};
}

Result<Answer> issue(Composition &composition, CustomerLink link, const LinkOptions &options) {
  link.expiresAt = composition.clock().now() + std::chrono::days(options.days);
  TENANTRY_TRY(token, CustomerLinks(composition.session()).issue(link));
  TENANTRY_TRY(base, organizations::pagesAddress(text(options.publicUrl)));
  const QString url = base + organizations::pathOf(link.purpose, token);
  Answer answer;
  answer.json = {{"organization", link.organization.toString()},
                 {"url", url},
                 {"expires_at", toIso(link.expiresAt)}};
  answer.text = url + u'\n';
  return answer;
}

Result<Answer> linkToInvoice(Composition &composition, const LinkOptions &options) {
  TENANTRY_TRY(invoice, billing::BillingService(composition.session(), composition.business())
                            .findByNumber(text(options.about)));
  return issue(composition, {invoice.organization, LinkPurpose::Invoice, invoice.id, {}}, options);
}

Result<Answer> linkToAccount(Composition &composition, const LinkOptions &options) {
  const auto organization = OrganizationId::fromString(text(options.about));
  return issue(composition, {organization, LinkPurpose::Account, {}, {}}, options);
}

Result<Answer> revoke(Composition &composition, const LinkOptions &options) {
  const auto organization = OrganizationId::fromString(text(options.about));
  TENANTRY_TRY(count, CustomerLinks(composition.session()).revokeAll(organization));
  Answer answer;
  answer.json = {{"organization", organization.toString()}, {"revoked", count}};
  answer.text = u"%1 links work no more\n"_s.arg(count);
  return answer;
}

void addIssueOptions(grammar::Level command, LinkOptions &options) {
  command.option("--days", options.days, "How long the link works").within(1, 3650).showDefault();
  command.option("--public-url", options.publicUrl, "Where customers reach the pages of tenantryd")
      .checked(isWebAddress())
      .showDefault();
}

} // namespace

void addInvoiceLinkCommand(CommandLine &line, grammar::Level invoiceGroup) {
  const auto options = std::make_shared<LinkOptions>();
  auto command = invoiceGroup.command("link", "A link for the customer: see and pay the invoice");
  command.option("number", options->about, "INV-2026-000001").required();
  addIssueOptions(command, *options);
  line.on(command, {.work = [options](Composition &composition) {
            return linkToInvoice(composition, *options);
          }});
}

void addOrganizationLinkCommands(CommandLine &line, grammar::Level organizationGroup) {
  const auto options = std::make_shared<LinkOptions>();
  auto linking = organizationGroup.command(
      "link", "A link for the customer: all invoices, and how they are paid");
  linking.option("organization", options->about, "Its id").required().checked(isOrganization());
  addIssueOptions(linking, *options);
  line.on(linking, {.work = [options](Composition &composition) {
            return linkToAccount(composition, *options);
          }});
  auto revoking =
      organizationGroup.command("revoke-links", "End all links that the customer was sent");
  revoking.option("organization", options->about, "Its id").required().checked(isOrganization());
  line.on(revoking,
          {.work = [options](Composition &composition) { return revoke(composition, *options); }});
}

} // namespace tenantry::ctl
