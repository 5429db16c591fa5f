// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/recognition.h"
#include "services/billing/books.h"
#include "services/billing/ledger.h"
#include "services/billing/months.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr std::int64_t organizationsAtOnce = 500;

using std::chrono::months;
using std::chrono::year_month;

/// What a chunk comes to: where each line stands, and one transaction per organization and
/// currency.
class Chunk {
public:
  explicit Chunk(LocalDay until) : m_until(until) {}

  void add(const store::Row &row) {
    const auto [organization, document, line, currency, net, from, to, before] =
        row.as<OrganizationId, QUuid, std::int64_t, QString, std::int64_t, LocalDay, LocalDay,
               std::int64_t>();
    const auto step = recognizable(net, {from, to}, m_until, before);
    auto &sum = m_sums[{organization, currency}];
    sum = checkedAdd(sum, step);
    m_organizations.push_back(organization);
    m_documents.push_back(document);
    m_lines.push_back(line);
    m_recognized.push_back(before + step);
    m_done.push_back(to <= m_until);
  }

  [[nodiscard]] Result<> write(store::Session &session, const Zone &businessZone) const {
    if (m_lines.empty())
      return {};
    TENANTRY_CHECK(
        session.database.execute("recognition_write", {{"organizations", m_organizations},
                                                       {"documents", m_documents},
                                                       {"lines", m_lines},
                                                       {"recognized", m_recognized},
                                                       {"done", m_done}}));
    std::vector<LedgerTransaction> transactions;
    for (const auto &[key, sum] : m_sums)
      if (sum != 0)
        transactions.push_back({key.first, *Currency::parse(key.second), u"revenue.recognized"_s,
                                QUuid(), revenueRecognized(sum)});
    return book(session, transactions, businessZone, m_until - std::chrono::days(1));
  }

private:
  LocalDay m_until;
  std::map<std::pair<OrganizationId, QString>, std::int64_t> m_sums;
  std::vector<OrganizationId> m_organizations;
  std::vector<QUuid> m_documents;
  std::vector<std::int64_t> m_lines, m_recognized;
  std::vector<bool> m_done;
};

/// Those after that one; the last of them, none at the end.
Result<std::optional<OrganizationId>> recognizeSome(store::Session &session,
                                                    const Zone &businessZone, OrganizationId after,
                                                    LocalDay since, LocalDay until) {
  TENANTRY_TRY(heads, session.database.query("recognition_organizations",
                                             {{"after", after}, {"limit", organizationsAtOnce}}));
  if (heads.isEmpty())
    return std::nullopt;
  std::vector<OrganizationId> organizations;
  for (const auto row : heads)
    organizations.push_back(row.get<OrganizationId>(0));
  TENANTRY_TRY(rows, session.database.query("recognition_lines",
                                            {{"organizations", organizations},
                                             {"since", since},
                                             {"before", businessZone.midnight(until)}}));
  Chunk chunk(until);
  for (const auto row : rows)
    chunk.add(row);
  TENANTRY_CHECK(chunk.write(session, businessZone));
  return organizations.back();
}

Result<bool> recognizeMonth(store::Session &session, business::AppliedBusiness &business,
                            year_month month, const std::function<bool()> &goOn) {
  TENANTRY_TRY(applied, business.current(session));
  const LocalDay since = firstDayOf(month), until = firstDayOf(month + months(1));
  OrganizationId after;
  for (;;) {
    std::optional<OrganizationId> last;
    TENANTRY_CHECK(session.database.transaction([&]() -> Result<> {
      TENANTRY_TRY(done, recognizeSome(session, applied->zone(), after, since, until));
      last = done;
      if (last)
        return {};
      TENANTRY_CHECK(session.database.execute("recognition_month_done",
                                              {{"month", until}, {"now", session.clock.now()}}));
      return tellBooksChanged(session);
    }));
    if (!last)
      return true;
    if (!goOn())
      return false;
    after = *last;
  }
}

} // namespace

Result<std::optional<LocalDay>> recognizeRevenue(store::Session &session,
                                                 business::AppliedBusiness &business,
                                                 const std::function<bool()> &goOn) {
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(rows, session.database.query("recognition_last"));
  auto [recognized, firstBooked] =
      (*rows.begin()).as<std::optional<LocalDay>, std::optional<LocalDay>>();
  if (!recognized && !firstBooked)
    return std::nullopt;
  auto month = monthOf(recognized ? *recognized : *firstBooked);
  const auto running = monthOf(applied->zone().dayOf(session.clock.now()));
  for (; month < running; month += months(1)) {
    TENANTRY_TRY(whole, recognizeMonth(session, business, month, goOn));
    if (!whole)
      break;
    recognized = firstDayOf(month + months(1));
  }
  return recognized;
}

Result<std::int64_t> recognizedOf(store::Session &session, const OrganizationId &organization,
                                  const QUuid &document) {
  TENANTRY_TRY(found,
               session.database.one<std::int64_t>(
                   "recognized_of", {{"organization", organization}, {"document", document}}));
  return std::get<0>(*found);
}

void registerRecognition(jobs::HandlerRegistry &registry) {
  registry.addRecurring(
      {u"billing.recognize"_s, u"billing"_s, std::chrono::hours(24)},
      [](store::Session &session, const jobs::Job &, jobs::JobProgress &progress) -> Result<> {
        business::AppliedBusiness business;
        Result<> reported;
        std::int64_t chunks = 0;
        TENANTRY_CHECK(recognizeRevenue(session, business, [&] {
          ++chunks;
          reported = progress.report(chunks, chunks);
          return reported.has_value();
        }));
        return reported;
      });
}

} // namespace tenantry::billing
