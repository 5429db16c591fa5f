// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/loader.h"
#include "services/business/mail_templates.h"
#include "services/business/readers.h"
#include "services/business/sections.h"

using namespace Qt::StringLiterals;

// The resources are compiled into a static library: without this call the linker would drop them.
static void initBusinessResources() { Q_INIT_RESOURCE(business); }

namespace tenantry::business {
namespace {

toml::table shippedSections() {
  initBusinessResources();
  Errors errors;
  toml::table sections = readFolder(u":/business/default"_s, errors);
  if (!errors.empty())
    throw ProgrammingError(errors.front().toString().toStdString());
  return sections;
}

/// A trial plan that nobody in the folder chose must not make its business wrong.
void dropTrialOfAbsentPlan(const toml::table &sections, toml::table &onboarding) {
  const std::string plan = onboarding["trial_plan"].value_or(std::string());
  if (!sections["plans"][plan])
    onboarding.erase("trial_plan");
}

/// A mail is the folder's whole or the shipped one whole: never one language of each.
void dropMailsOfFolder(const toml::table &sections, toml::table &mails) {
  if (const toml::table *own = sections["mail"].as_table())
    for (const auto &[id, mail] : *own)
      mails.erase(id.str());
}

void fillWithShipped(toml::table &sections) {
  toml::table shipped = shippedSections();
  for (const auto section : {"metrics", "plans", "addons", "coupons", "tax"})
    shipped.erase(section);
  if (sections.contains("roles"))
    shipped.erase("roles");
  if (sections.contains("business"))
    for (const auto own : {"name", "issuer", "default_currency"})
      shipped["business"].as_table()->erase(own);
  dropTrialOfAbsentPlan(sections, *shipped["onboarding"].as_table());
  dropMailsOfFolder(sections, *shipped["mail"].as_table());
  fillIn(sections, std::move(shipped));
}

void readSection(const toml::table &sections, const char *name,
                 void (*read)(const TableReader &, Business &), Business &business, Errors &errors,
                 keys::Keys known, Need need = Need::Optional) {
  const auto section = TableReader(sections, QString(), errors).table(name, known, need);
  if (section)
    read(*section, business);
}

bool isOneOf(keys::Keys list, const std::string &section) {
  return std::find(list.begin(), list.end(), section) != list.end();
}

void refuseUnknownSections(const toml::table &sections, Errors &errors) {
  const TableReader reader(sections, QString(), errors);
  for (const std::string &section : reader.keys())
    if (isOneOf(keys::laterSections, section))
      reader.reportKey(u"unknown_key"_s, section,
                       u"belongs to a capability that this version does not have yet; "
                       u"remove it."_s);
    else if (!isOneOf(keys::sections, section))
      reader.reportKey(u"unknown_key"_s, section,
                       u"is not a section; the sections are business, metrics, plans, "
                       u"addons, coupons, tax, dunning, roles, onboarding and mail."_s);
}

} // namespace

struct Source::Data {
  toml::table sections;
};

Source::Source() : m_data(std::make_unique<Data>()) {}
Source::~Source() = default;
Source::Source(Source &&) noexcept = default;
Source &Source::operator=(Source &&) noexcept = default;

tl::expected<Source, std::vector<Error>> Source::fromDirectory(const QString &directory) {
  Errors errors;
  Source source;
  source.m_data->sections = readFolder(directory, errors);
  fillWithShipped(source.m_data->sections);
  if (errors.empty())
    return source;
  // One run tells all: what can be understood of the other files is checked as well. Only
  // references may be wrong just because the file with their target could not be read.
  if (auto business = source.load(); !business)
    std::copy_if(business.error().begin(), business.error().end(), std::back_inserter(errors),
                 [](const Error &error) { return error.code != u"business.bad_reference"; });
  sortByPlace(errors);
  return tl::unexpected(std::move(errors));
}

Source Source::shipped() {
  Source source;
  source.m_data->sections = shippedSections();
  return source;
}

tl::expected<void, std::vector<Error>> Source::overlay(const std::string &toml,
                                                       const QString &fileName) {
  auto sections = parseToml(toml, fileName);
  if (!sections)
    return tl::unexpected(Errors{sections.error()});
  return overlay(std::move(*sections));
}

tl::expected<void, std::vector<Error>> Source::overlay(toml::table &&sections) {
  Errors errors;
  refuseUnknownSections(sections, errors);
  if (!errors.empty())
    return tl::unexpected(std::move(errors));
  layOver(m_data->sections, std::move(sections));
  return {};
}

const std::map<QString, MailTemplate> &shippedMails() {
  static const auto mails = Source::shipped().load().value().mails;
  return mails;
}

tl::expected<Business, std::vector<Error>> Source::load() const {
  Errors errors;
  Business business;
  const toml::table &sections = m_data->sections;
  readSection(sections, "metrics", readMetrics, business, errors, {});
  readSection(sections, "plans", readPlans, business, errors, {});
  readSection(sections, "addons", readAddons, business, errors, {});
  readSection(sections, "coupons", readCoupons, business, errors, {});
  readSection(sections, "tax", readTax, business, errors, keys::tax);
  readSection(sections, "dunning", readDunning, business, errors, keys::dunning, Need::Required);
  readSection(sections, "roles", readRoles, business, errors, {}, Need::Required);
  readSection(sections, "onboarding", readOnboarding, business, errors, keys::onboarding,
              Need::Required);
  readSection(sections, "mail", readMails, business, errors, {});
  readSection(sections, "business", readBusiness, business, errors, keys::business, Need::Required);
  if (errors.empty())
    return business;
  sortByPlace(errors);
  return tl::unexpected(std::move(errors));
}

} // namespace tenantry::business
