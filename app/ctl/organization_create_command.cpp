// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/organizations/profile.h"
#include "services/organizations/service.h"
#include "services/subscriptions/onboarding.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct NewOrganization {
  std::string name;
  std::string email;
  std::vector<std::string> fields; ///< see fieldsOf()
  std::string plan;
  bool isBare = false;
};

/// "addressLocality=Berlin".
Result<organizations::Profile> fieldsOf(const NewOrganization &options) {
  organizations::Profile profile{{u"name"_s, text(options.name)},
                                 {u"email"_s, text(options.email)}};
  const auto &known = organizations::profileFields();
  for (const auto &given : options.fields) {
    const auto said = text(given);
    const auto field = said.section(u'=', 0, 0).trimmed();
    if (!said.contains(u'=') || std::find(known.begin(), known.end(), field) == known.end())
      return fail(u"organization.field_unknown"_s,
                  u"“%1” sets no field; write one of %2, as addressLocality=Berlin."_s.arg(
                      said, QStringList(known.begin(), known.end()).join(u", "_s)));
    profile[field] = said.section(u'=', 1);
  }
  return profile;
}

Result<Answer> create(Composition &composition, const NewOrganization &options) {
  auto &session = composition.session();
  auto &business = composition.business();
  if (options.isBare && !options.plan.empty())
    return fail(u"organization.beginning_unclear"_s,
                u"Say --plan or --without-onboarding, not both."_s);
  TENANTRY_TRY(profile, fieldsOf(options));
  TENANTRY_TRY(applied, business.current(session));
  organizations::Organization fresh;
  fresh.id = makeId<OrganizationId>(session.clock.now());
  fresh.addressCountry = applied->business.issuer.country;
  fresh.currency = applied->business.defaultCurrency;
  fresh.zone = applied->zone();
  fresh.language = u"en"_s;
  TENANTRY_TRY(draft, organizations::withProfile(std::move(fresh), profile));
  organizations::OrganizationService service(session);
  organizations::Beginning beginning;
  if (options.isBare) {
    TENANTRY_CHECK(service.create(draft));
  } else {
    TENANTRY_TRY(begins, subscriptions::beginningOf(*applied, draft.currency, text(options.plan)));
    beginning = begins;
    TENANTRY_CHECK(subscriptions::onboard(session, business, draft, text(options.plan)));
  }
  TENANTRY_TRY(made, service.find(draft.id));
  Answer answer{
      {{"id", made.id},
       {"name", made.name},
       {"email", made.email},
       {"country", made.addressCountry},
       {"currency", made.currency.code()},
       {"time_zone", made.zone.id()},
       {"status", organizations::toString(made.status)},
       {"plan", beginning.planId},
       {"trial_days", beginning.trialDays},
       {"created_at", made.createdAt}},
      u"%1 is %2: %3\n"_s.arg(made.name, organizations::toString(made.status), made.id.toString())};
  if (!beginning.planId.isEmpty())
    answer.text +=
        u"a worker begins its subscription of %1, with %2 days of trial\n"_s.arg(beginning.planId)
            .arg(beginning.trialDays);
  return answer;
}

} // namespace

void addOrganizationCreateCommand(CommandLine &line, grammar::Level group) {
  const auto options = std::make_shared<NewOrganization>();
  auto creates = group.command("create", "Enter a new customer, who is welcomed and begins");
  creates.option("--name", options->name, "Its name").required();
  creates.option("--email", options->email, "Where mails go").required();
  creates.option("--set", options->fields,
                 "Another field of its record: addressCountry=DE, currency=EUR, "
                 "timeZone=Europe/Berlin; may be given again");
  creates.option("--plan", options->plan,
                 "The plan that it begins with; default: the trial of the business");
  creates.flag("--without-onboarding", options->isBare,
               "It is a customer already: nothing begins by itself, nobody is welcomed");
  line.on(creates,
          {.work = [options](Composition &composition) { return create(composition, *options); }});
}

} // namespace tenantry::ctl
