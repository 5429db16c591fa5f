// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/saved_views.h"

#include "models/connection/when_done.h"
#include "services/views/service.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

using views::SavedView;
using views::ViewService;

namespace {
constexpr std::chrono::milliseconds othersPause = 30s, newsPause = 500ms;
} // namespace

SavedViews::SavedViews(Connection &connection, const QString &list, Counting counting,
                       QObject *parent)
    : QObject(parent), m_connection(connection), m_list(list), m_counting(std::move(counting)) {
  m_others.setInterval(othersPause);
  m_others.callOnTimeout(this, &SavedViews::reload);
  m_others.start();
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(newsPause);
  m_newsPause.callOnTimeout(this, &SavedViews::count);
  connect(&m_connection, &Connection::organizationsChanged, this, [this] {
    if (!m_newsPause.isActive())
      m_newsPause.start();
  });
  connect(&m_connection, &Connection::caughtUp, this, &SavedViews::reload);
  reload();
}

const SavedView *SavedViews::find(const QString &id) const {
  const auto one = std::find_if(m_views.begin(), m_views.end(), [&](const ViewInList &candidate) {
    return candidate.view.id.toString() == id;
  });
  return one == m_views.end() ? nullptr : &one->view;
}

void SavedViews::reload() {
  m_isReadStale = m_isReading;
  if (m_isReading)
    return;
  m_isReading = true;
  whenDone(m_connection.read([](store::Session &session, business::AppliedBusiness &) {
    return ViewService(session).all();
  }),
           this, [this](const Result<std::vector<SavedView>> &views) {
             m_isReading = false;
             if (m_isReadStale)
               return reload();
             if (!views)
               return; // what is known stays
             QList<ViewInList> fresh;
             for (const auto &view : *views) {
               if (view.list != m_list)
                 continue;
               ViewInList one{view};
               for (const auto &known : std::as_const(m_views))
                 if (known.view.id == view.id && known.view.settings == view.settings)
                   one.count = known.count;
               fresh.append(one);
             }
             m_isLoaded = true;
             m_views = std::move(fresh);
             Q_EMIT changed(); // also who waits for one that is not there hears of it
             count();
           });
}

/// One view after the other.
void SavedViews::count() {
  m_isCountStale = m_isCounting;
  if (m_isCounting || m_views.isEmpty() || !m_counting)
    return;
  m_isCounting = true;
  QList<views::Settings> wanted;
  for (const auto &one : std::as_const(m_views))
    wanted.append(one.view.settings);
  using Counts = std::vector<std::int64_t>;
  whenDone(m_connection.measure(
               [wanted, counting = m_counting](
                   store::Session &session, business::AppliedBusiness &business) -> Result<Counts> {
                 Counts counts;
                 for (const auto &settings : wanted) {
                   TENANTRY_TRY(one, counting(session, business, settings));
                   counts.push_back(one);
                 }
                 return counts;
               }),
           this, [this, wanted](const Result<Counts> &counts) {
             m_isCounting = false;
             // Whoever cancelled meant something else that was asked for at that moment; what is
             // cut off twice takes longer than it may.
             const bool isCutOff = !counts && counts.error().code == u"store.cancelled";
             if (m_isCountStale || (isCutOff && !m_wasCutOff))
               m_newsPause.start();
             m_wasCutOff = isCutOff;
             if (!counts)
               return;
             const auto before = m_views;
             for (auto &one : m_views)
               if (const auto at = wanted.indexOf(one.view.settings); at >= 0)
                 one.count = (*counts)[static_cast<std::size_t>(at)];
             if (m_views != before)
               Q_EMIT changed();
           });
}

template <typename Act> void SavedViews::change(Act act) {
  whenDone(m_connection.work(
               [act = std::move(act)](store::Session &session, business::AppliedBusiness &) {
                 ViewService service(session);
                 return act(service);
               }),
           this, [this](const Result<> &outcome) {
             if (!outcome)
               Q_EMIT failed(outcome.error());
             reload();
           });
}

void SavedViews::add(const QString &name, const views::Settings &settings) {
  whenDone(m_connection.work([list = m_list, name, settings](store::Session &session,
                                                             business::AppliedBusiness &) {
    return ViewService(session).add(list, name, settings);
  }),
           this, [this](const Result<views::SavedViewId> &id) {
             reload();
             if (id)
               Q_EMIT added(id->toString());
             else
               Q_EMIT failed(id.error());
           });
}

void SavedViews::save(const SavedView &view, const views::Settings &settings) {
  struct Outcome {
    std::optional<SavedView> theirs; ///< none: saved
  };
  whenDone(m_connection.work([view, settings](store::Session &session,
                                              business::AppliedBusiness &) -> Result<Outcome> {
    ViewService service(session);
    const auto written = service.save(view.id, view.version, settings);
    if (written)
      return Outcome{};
    if (written.error().code != u"view.changed_since"_s)
      return tl::unexpected(written.error());
    TENANTRY_TRY(theirs, service.find(view.id));
    return Outcome{theirs};
  }),
           this, [this, view, settings](const Result<Outcome> &outcome) {
             reload();
             if (!outcome)
               Q_EMIT failed(outcome.error());
             else if (outcome->theirs)
               Q_EMIT conflicted(*outcome->theirs, settings);
             else
               Q_EMIT saved(view.id.toString());
           });
}

void SavedViews::rename(const SavedView &view, const QString &name) {
  change([id = view.id, name](ViewService &service) { return service.rename(id, name); });
}

void SavedViews::share(const SavedView &view, const QString &group) {
  change([id = view.id, group](ViewService &service) { return service.share(id, group); });
}

void SavedViews::remove(const SavedView &view) {
  change([id = view.id](ViewService &service) { return service.remove(id); });
}

} // namespace tenantry::models
