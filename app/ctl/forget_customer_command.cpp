// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/payments/provider_customers.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct ForgetOptions {
  std::string organization;
  std::string reason;
};

Result<Answer> forget(Composition &composition, const ForgetOptions &options) {
  const auto organization = OrganizationId::fromString(text(options.organization));
  TENANTRY_TRY(forgotten,
               payments::forgetCustomer(composition.session(), organization, text(options.reason)));
  Answer answer{{{"organization", organization},
                 {"reference", forgotten.reference},
                 {"had_method", forgotten.hadMethod}},
                u"%1 is forgotten; the next page for a payment method has a new customer.\n"_s.arg(
                    forgotten.reference)};
  if (forgotten.hadMethod)
    answer.text += u"The payment method that was kept there has ended.\n"_s;
  return answer;
}

} // namespace

void addForgetCustomerCommand(CommandLine &line, grammar::Level &payment) {
  const auto options = std::make_shared<ForgetOptions>();
  auto command =
      payment.command("forget-customer", "A customer was deleted at Stripe: begin anew there");
  command.option("organization", options->organization, "The organization's id")
      .checked(isOrganization())
      .required();
  command.option("--reason", options->reason, "Why; it stands on the timeline").required();
  line.on(command,
          {.work = [options](Composition &composition) { return forget(composition, *options); }});
}

} // namespace tenantry::ctl
