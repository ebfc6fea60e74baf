"""Settings of reading: type, size, line spacing, measure and the colour of the paper."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QSpinBox, QWidget

from ui.dialogs.settings_page import INPUT_WIDTH, SettingsPage, choose
from ui.preferences import LINE_SPACING, MEASURE, Preferences


class ReadingPage(SettingsPage):
    """The text behind the dialog changes while one chooses."""

    names = ("theme", "text_font", "text_size", "line_spacing", "measure")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("阅读")
        self.theme = self.combo(
            "settingsTheme",
            self.tr("纸色"),
            (
                (self.tr("跟随系统明暗"), "system"),
                (self.tr("明亮"), "light"),
                (self.tr("米黄"), "sepia"),
                (self.tr("夜间"), "dark"),
            ),
            "theme",
        )
        self.font_box = self.combo("settingsFont", self.tr("正文字体"), self._fonts(), "text_font")
        self.font_box.setMaximumWidth(280)
        self.size_box = self.combo("settingsSize", self.tr("正文字号"), self._sizes(), "text_size")
        self.spacing = self._spin("settingsSpacing", self.tr("行距"), LINE_SPACING, 4, " %", "line_spacing")
        self.measure = self._spin("settingsMeasure", self.tr("每行最多字数"), MEASURE, 1, self.tr(" 字"), "measure")
        form = self.form()
        form.addRow(self.tr("纸色(&P)"), self.theme)
        form.addRow(self.tr("正文字体(&F)"), self.font_box)
        form.addRow(self.tr("正文字号(&S)"), self.size_box)
        form.addRow(self.tr("行距(&L)"), self.spacing)
        form.addRow(self.tr("每行最多(&G)"), self.measure)
        self.whole.addWidget(self.note(self.tr("阅读时按 Ctrl + 加号、减号临时放大缩小，按 Ctrl+0 回到这里的字号。")))
        self.whole.addStretch(1)

    def show_preferences(self, preferences: Preferences) -> None:
        choose(self.theme, preferences.theme)
        choose(self.font_box, preferences.text_font)
        choose(self.size_box, preferences.text_size, self.tr("{points} 磅").format(points=f"{preferences.text_size:g}"))
        for box, value in ((self.spacing, preferences.line_spacing), (self.measure, preferences.measure)):
            if box.value() != value:
                box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(False)

    def _fonts(self) -> list[tuple[str, object]]:
        """The families that hold Chinese; "" stands for those of official documents."""
        families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        known = [family for family in families if not QFontDatabase.isPrivateFamily(family)]
        return [(self.tr("公文字体（仿宋或宋体）"), ""), *((family, family) for family in known)]

    def _sizes(self) -> list[tuple[str, object]]:
        return [
            (self.tr("五号　10.5 磅"), 10.5),
            (self.tr("小四　12 磅"), 12.0),
            (self.tr("默认　12.75 磅"), 12.75),
            (self.tr("四号　14 磅"), 14.0),
            (self.tr("小三　15 磅"), 15.0),
            (self.tr("三号　16 磅"), 16.0),
            (self.tr("小二　18 磅"), 18.0),
            (self.tr("二号　22 磅"), 22.0),
            (self.tr("一号　26 磅"), 26.0),
        ]

    def _spin(
        self, name: str, accessible: str, bounds: tuple[int, int], step: int, unit: str, preference: str
    ) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        box.setRange(*bounds)
        box.setSingleStep(step)
        box.setSuffix(unit)
        box.setKeyboardTracking(False)
        box.setMinimumWidth(INPUT_WIDTH)
        box.valueChanged.connect(lambda value: self.changed.emit({preference: value}))
        return box
