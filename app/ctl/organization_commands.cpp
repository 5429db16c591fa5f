// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/organizations/listing.h"
#include "services/organizations/service.h"
#include "services/subscriptions/mrr.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

struct OrganizationOptions {
  std::string search;
  std::string status;
  std::string plan;
  int limit = 100;
};

Json describe(const organizations::ListRow &row) {
  return {{"id", row.id},
          {"name", row.name},
          {"email", row.email},
          {"country", row.country},
          {"currency", row.currency.code()},
          {"status", toString(row.status)},
          {"plan", row.planId},
          {"subscription_status", row.subscriptionStatus},
          {"mrr_twelfths", row.mrrTwelfths},
          {"created_at", row.createdAt}};
}

Result<std::vector<organizations::ListRow>> read(store::Session &session,
                                                 organizations::ListQuery query, int limit) {
  organizations::OrganizationListing listing(session);
  std::vector<organizations::ListRow> rows;
  while (static_cast<int>(rows.size()) < limit) {
    query.pageSize = std::min(organizations::OrganizationListing::mostRows,
                              limit - static_cast<int>(rows.size()));
    TENANTRY_TRY(page, listing.page(query));
    rows.insert(rows.end(), page.rows.begin(), page.rows.end());
    if (!page.next)
      break;
    query.after = page.next;
  }
  return rows;
}

Result<Answer> list(Composition &composition, const OrganizationOptions &options) {
  organizations::ListQuery query;
  query.search = text(options.search);
  query.planId = text(options.plan);
  if (!options.status.empty()) {
    TENANTRY_TRY(status, organizations::parseStatus(text(options.status)));
    query.status = status;
  }
  TENANTRY_TRY(count, organizations::OrganizationListing(composition.session()).count(query));
  TENANTRY_TRY(rows, read(composition.session(), query, options.limit));
  Answer answer;
  const auto most = organizations::OrganizationListing::countLimit;
  answer.json = {{"organizations", Json::array()},
                 {"count", std::min(count, most)},
                 {"count_is_exact", count <= most}};
  TextTable table({u"name"_s, u"status"_s, u"plan"_s, u"subscription"_s, u"MRR"_s, u"id"_s});
  for (const auto &row : rows) {
    answer.json["organizations"].push_back(describe(row));
    const auto mrr = Money(subscriptions::mrrMinor(row.mrrTwelfths), row.currency);
    table.add({row.name, toString(row.status), row.planId, row.subscriptionStatus, mrr.toString(),
               row.id.toString()});
  }
  answer.text = table.toString() + u"%1 of %2%3\n"_s.arg(rows.size())
                                       .arg(std::min(count, most))
                                       .arg(count > most ? u"+"_s : QString());
  return answer;
}

Result<Answer> entitlements(Composition &composition, const QString &organization) {
  const auto id = OrganizationId::fromString(organization);
  organizations::OrganizationService service(composition.session());
  TENANTRY_TRY(found, service.find(id));
  TENANTRY_TRY(held, service.entitlements(found.id));
  Answer answer;
  answer.json = {
      {"organization", found.id}, {"limits", Json::array()}, {"features", Json::array()}};
  TextTable table({u"what"_s, u"limit"_s, u"granted by"_s});
  for (const auto &[metric, limit] : held.limits) {
    answer.json["limits"].push_back({{"metric", metric},
                                     {"limit", limit.value},
                                     {"is_hard", limit.hard},
                                     {"granted_by", limit.grantedBy}});
    table.add(
        {metric, limit.value < 0 ? u"unlimited"_s : QString::number(limit.value), limit.grantedBy});
  }
  for (const auto &[feature, grantedBy] : held.features) {
    answer.json["features"].push_back({{"feature", feature}, {"granted_by", grantedBy}});
    table.add({feature, QString(), grantedBy});
  }
  answer.text = table.toString();
  return answer;
}

} // namespace

void addOrganizationCommands(CommandLine &line) {
  auto group = line.top().group("organization", "Customers");
  auto command = group.command("list", "List organizations by name");
  const auto options = std::make_shared<OrganizationOptions>();
  command.option("--search", options->search, "Part of name, e-mail, URL or customer number");
  command.option("--status", options->status, "Of the organization")
      .oneOf({"onboarding", "onboarded", "active", "suspended", "churned", "closed"});
  command.option("--plan", options->plan, "Id of the plan");
  command.option("--limit", options->limit, "At most that many").within(1, 1'000'000).showDefault();
  line.on(command,
          {.work = [options](Composition &composition) { return list(composition, *options); }});
  auto granted =
      group.command("entitlements", "Limits and features that hold now, with what granted each");
  const auto whose = std::make_shared<std::string>();
  granted.option("organization", *whose, "The organization's id")
      .required()
      .checked(isOrganization());
  line.on(granted, {.work = [whose](Composition &composition) {
            return entitlements(composition, text(*whose));
          }});
  addOrganizationCreateCommand(line, group);
  addOrganizationLinkCommands(line, group);
}

} // namespace tenantry::ctl
