// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_views.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_memory.h"
#include "ui/lists/view_words.h"
#include "ui/shell/group_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/toast.h"
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using views::SavedView;
using views::Settings;

namespace {
const QString columnsKey = u"columns"_s;
const QStringList groups{u"success"_s, u"finance"_s, u"support"_s, u"manager"_s,
                         u"administrator"_s};
} // namespace

ListViews::ListViews(models::Connection &connection, models::PagedListModel &list,
                     ListColumns &columns, const ListFilters &filters,
                     models::SavedViews::Counting counting, const QString &name, const Place &home,
                     Chip *chip, QWidget *pane)
    : QObject(pane), m_connection(connection), m_list(list), m_columns(columns), m_filters(filters),
      m_name(name), m_home(home), m_first(list.viewSettings()), m_chip(chip), m_pane(pane),
      m_views(connection, name, std::move(counting)) {
  connect(m_chip, &Chip::clicked, this,
          [this] { makeMenu()->popup(m_chip->mapToGlobal(m_chip->rect().bottomLeft())); });
  connect(m_chip, &Chip::removeRequested, this, [this] { Q_EMIT placeRequested(m_home); });
  connect(&m_views, &models::SavedViews::changed, this, &ListViews::takeViews);
  connect(&m_views, &models::SavedViews::added, this,
          [this](const QString &id) { m_wanted = placeOf(id); });
  connect(&m_views, &models::SavedViews::conflicted, this, &ListViews::showConflict);
  connect(&m_views, &models::SavedViews::failed, this, &ListViews::tell);
  connect(&m_list, &models::PagedListModel::stateChanged, this, [this] {
    showChip();
    keep();
  });
  connect(&m_columns, &ListColumns::changed, this, &ListViews::showChip);
}

ListViews::~ListViews() = default;

void ListViews::keepIn(ListMemory &memory) {
  m_memory = &memory;
  if (const auto kept = memory.filter(m_name))
    m_kept = std::make_unique<KeptFilter>(*kept);
}

void ListViews::keep() {
  if (m_memory && !m_kept && !m_wanted)
    m_memory->keepFilter(m_name, {m_current, m_list.viewSettings()});
}

QDialog *ListViews::question() const { return m_question; }

Place ListViews::placeOf(const QString &id) const {
  auto place = m_home;
  place.view = id;
  return place;
}

Settings ListViews::settingsOf(const QString &id) const {
  const auto *view = m_views.find(id);
  return view ? view->settings : m_first;
}

Settings ListViews::settings() const {
  auto settings = m_list.viewSettings();
  settings[columnsKey] = toText(m_columns.layout());
  return settings;
}

std::optional<Settings> ListViews::open(const Place &place) {
  const auto &id = place.view;
  if (m_kept && m_kept->view != id)
    m_kept.reset(); // something else is asked for
  if (m_kept && id.isEmpty()) {
    m_list.setViewSettings(std::exchange(m_kept, nullptr)->settings);
    Q_EMIT applied();
    return std::nullopt;
  }
  const auto *view = m_views.find(id);
  if (id.isEmpty()) {
    m_wanted.reset();
    if (!m_current.isEmpty())
      applyNone();
    return m_first;
  }
  if (!view) {
    m_wanted = place;
    if (m_views.isLoaded())
      m_views.reload();
    return std::nullopt;
  }
  const bool isKept = m_kept != nullptr;
  if (id != m_current)
    apply(*view);
  return isKept ? std::nullopt : std::optional(view->settings);
}

void ListViews::applyNone() {
  m_wanted.reset();
  m_current.clear();
  m_columns.takeOwn();
  m_list.setViewSettings(m_first);
  Q_EMIT applied();
  showChip();
}

void ListViews::apply(const SavedView &view) {
  m_wanted.reset();
  m_current = view.id.toString();
  const auto kept = std::exchange(m_kept, nullptr);
  m_list.setViewSettings(kept ? kept->settings : view.settings);
  m_columns.borrow(layoutOf(view.settings.value(columnsKey)));
  Q_EMIT applied();
  showChip();
}

/// They came anew: the one that is open may have gone, the one that is waited for be there.
void ListViews::takeViews() {
  QList<Pin> pins;
  constexpr auto limit = models::PagedListModel::countLimit;
  for (const auto &[view, count] : m_views.all())
    pins.append(
        {view.name,
         count ? formatCount(std::min(*count, limit), *count > limit, m_pane->locale()) : QString(),
         placeOf(view.id.toString()),
         tr("Rows that match this view.") + u' ' +
             formatAsOf(m_connection.clock().now(), m_connection.zone(), m_pane->locale())});
  Q_EMIT pinsChanged(pins);
  if (const auto wanted = std::exchange(m_wanted, std::nullopt)) {
    const auto *view = m_views.find(wanted->view);
    if (view && m_pane->isHidden()) // somebody is elsewhere by now
      apply(*view);
    else if (view)
      Q_EMIT placeRequested(*wanted);
    else
      tell({u"view.not_found"_s, tr("This view does not exist, or is not shared with you")});
  }
  if (!m_current.isEmpty() && !m_views.find(m_current))
    Q_EMIT placeRequested(m_home);
  showChip();
}

void ListViews::showChip() {
  const auto *view = m_views.find(m_current);
  if (!view)
    return m_chip->setValue({});
  const bool isChanged = settings() != view->settings;
  m_chip->setValue(isChanged ? tr("%1, changed").arg(view->name) : view->name);
}

QMenu *ListViews::makeMenu() {
  auto *menu = new QMenu(m_pane);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  for (const auto &one : m_views.all()) {
    const auto id = one.view.id.toString();
    auto *action = menu->addAction(
        one.view.isMine ? one.view.name : tr("%1, of %2").arg(one.view.name, one.view.owner));
    action->setCheckable(true);
    action->setChecked(id == m_current);
    connect(action, &QAction::triggered, this, [this, id] { Q_EMIT placeRequested(placeOf(id)); });
  }
  menu->addSeparator();
  auto *saving = menu->addAction(tr("Save as a view…"), this, [this] {
    askName(tr("Save as a view"), {}, [this](const QString &name) { saveAs(name); });
  });
  block(saving, {});
  if (const auto *view = m_views.find(m_current))
    addActs(menu, *view);
  return menu;
}

void ListViews::block(QAction *action, const QString &reason) const {
  const auto why = m_connection.isConnected() ? reason : offLineReason();
  action->setEnabled(why.isEmpty());
  if (!why.isEmpty())
    action->setToolTip(why);
}

/// What others' views do not allow is there, and says why.
void ListViews::addActs(QMenu *menu, const SavedView &view) {
  block(menu->addAction(tr("Save the changes"), this, &ListViews::save),
        settings() == view.settings ? tr("It is shown as it was saved") : QString());
  menu->addSeparator();
  const auto owned = [&](QAction *action) {
    block(action, view.isMine ? QString() : tr("This view belongs to %1").arg(view.owner));
  };
  owned(menu->addAction(tr("Rename…"), this, [this, view] {
    askName(tr("Rename the view"), view.name,
            [this, view](const QString &name) { m_views.rename(view, name); });
  }));
  addSharing(menu, view);
  owned(menu->addAction(tr("Delete…"), this, [this, view] { askToRemove(view); }));
}

void ListViews::addSharing(QMenu *menu, const SavedView &view) {
  auto *sharing = menu->addMenu(tr("Share with"));
  block(sharing->menuAction(),
        view.isMine ? QString() : tr("This view belongs to %1").arg(view.owner));
  for (const auto &group : QStringList{QString()} + groups) {
    auto *action = sharing->addAction(group.isEmpty() ? tr("Nobody") : groupsText({group}));
    action->setCheckable(true);
    action->setChecked(view.sharedWith == group);
    connect(action, &QAction::triggered, this, [this, view, group] { m_views.share(view, group); });
  }
}

void ListViews::saveAs(const QString &name) { m_views.add(name, settings()); }

void ListViews::save() {
  if (const auto *view = m_views.find(m_current))
    m_views.save(*view, settings());
}

void ListViews::askName(const QString &title, const QString &name,
                        const std::function<void(const QString &)> &then) {
  auto *dialog = new QInputDialog(m_pane->window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setLabelText(tr("Name"));
  dialog->setTextValue(name);
  connect(dialog, &QInputDialog::textValueSelected, this, then);
  m_question = dialog;
  dialog->open();
}

void ListViews::askToRemove(const SavedView &view) {
  const auto text = view.sharedWith.isEmpty()
                        ? tr("Delete the view “%1”? It cannot be undone.").arg(view.name)
                        : tr("Delete the view “%1”? It goes for %2 as well, and cannot be undone.")
                              .arg(view.name, groupsText({view.sharedWith}));
  auto *question = new QMessageBox(QMessageBox::Question, tr("Delete the view"), text,
                                   QMessageBox::NoButton, m_pane->window());
  question->setAttribute(Qt::WA_DeleteOnClose);
  auto *remove = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
  question->setDefaultButton(question->addButton(QMessageBox::Cancel));
  connect(remove, &QAbstractButton::clicked, this, [this, view] { m_views.remove(view); });
  m_question = question;
  question->open();
}

/// Nothing is overwritten unseen: what differs is named, and whose shall stay is asked.
void ListViews::showConflict(const SavedView &theirs, const Settings &mine) {
  auto *question = new QMessageBox(
      QMessageBox::Warning, tr("The view was saved by somebody else"),
      tr("Somebody else has saved “%1” in the meantime:\n\n%2")
          .arg(theirs.name, differenceText(mine, theirs.settings, m_list, m_filters)),
      QMessageBox::NoButton, m_pane->window());
  question->setAttribute(Qt::WA_DeleteOnClose);
  auto *take = question->addButton(tr("Take theirs"), QMessageBox::AcceptRole);
  auto *keep = question->addButton(tr("Save mine over it"), QMessageBox::DestructiveRole);
  question->addButton(QMessageBox::Cancel);
  question->setDefaultButton(qobject_cast<QPushButton *>(take));
  connect(take, &QAbstractButton::clicked, this, [this, theirs] { apply(theirs); });
  connect(keep, &QAbstractButton::clicked, this,
          [this, theirs, mine] { m_views.save(theirs, mine); });
  m_question = question;
  question->open();
}

void ListViews::tell(const Error &error) {
  Toast::present(m_pane->window(), {said(error), error.code, Tone::Danger}, height::statusBar);
}

} // namespace tenantry::ui
