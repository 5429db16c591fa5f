// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/views/values.h"
#include <QTimer>
#include <functional>

namespace tenantry::models {

/// A saved view, and how many match it now.
struct ViewInList {
  views::SavedView view;
  std::optional<qint64> count{}; ///< capped as the list counts; none: not known yet
  bool operator==(const ViewInList &) const = default;
};

/// The views of one list that the login may see, kept up to date: what others save is there within
/// half a minute, what is counted follows the news.
class SavedViews : public QObject {
  Q_OBJECT

public:
  /// How many match settings, on another thread.
  using Counting = std::function<Result<std::int64_t>(store::Session &, business::AppliedBusiness &,
                                                      const views::Settings &)>;

  SavedViews(Connection &connection, const QString &list, Counting counting,
             QObject *parent = nullptr);

  [[nodiscard]] const QList<ViewInList> &all() const { return m_views; }
  [[nodiscard]] const views::SavedView *find(const QString &id) const; ///< null: not there (yet)
  [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

  void reload();
  /// Under a new name; `added` follows.
  void add(const QString &name, const views::Settings &settings);
  /// Over that version; `conflicted` follows where somebody else saved it meanwhile.
  void save(const views::SavedView &view, const views::Settings &settings);
  void rename(const views::SavedView &view, const QString &name);
  void share(const views::SavedView &view, const QString &group);
  void remove(const views::SavedView &view);

Q_SIGNALS:
  void changed();
  void added(const QString &id);
  void saved(const QString &id);
  void conflicted(const tenantry::views::SavedView &theirs, const tenantry::views::Settings &mine);
  void failed(const tenantry::Error &error);

private:
  void count();
  template <typename Act> void change(Act act);

  Connection &m_connection;
  const QString m_list;
  const Counting m_counting;
  QList<ViewInList> m_views;
  bool m_isLoaded = false, m_isReading = false, m_isCounting = false;
  bool m_isReadStale = false, m_isCountStale = false; ///< something has changed meanwhile
  bool m_wasCutOff = false;                           ///< the last count
  QTimer m_others;                                    ///< nobody tells what others save
  QTimer m_newsPause;                                 ///< news come in bursts
};

} // namespace tenantry::models
