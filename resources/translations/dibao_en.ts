<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于邸报</source>
        <translation>About Dibao</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>邸报</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>部件和许可</source>
        <translation>Parts and licences</translation>
    </message>
    <message>
        <source>部件</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>许可全文</source>
        <translation>Text of the licence</translation>
    </message>
    <message>
        <source>这个部件在这台电脑上没有安装，或没有附带许可全文。</source>
        <translation>This component is not installed on this computer, or came without a licence text.</translation>
    </message>
    <message>
        <source>邸报 {version}</source>
        <translation>Dibao {version}</translation>
    </message>
    <message>
        <source>政府公报离线阅读与批注

邸报是世界上最早的公报。
所有内容只存在这台电脑上，程序从不联网。

按 MIT 许可发布。</source>
        <translation>Read and annotate government gazettes, offline

The dǐbào was the first gazette in the world.
Everything stays on this computer; the program never opens a network connection.

Released under the MIT licence.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>标注为“{style}”（按 {key}）</source>
        <translation>Mark as &quot;{style}&quot; (press {key})</translation>
    </message>
    <message>
        <source>标注为“{style}”</source>
        <translation>Mark as &quot;{style}&quot;</translation>
    </message>
    <message>
        <source>导入文件(&amp;I)…</source>
        <translation>&amp;Import Files…</translation>
    </message>
    <message>
        <source>导入公报文件</source>
        <translation>Import gazette files</translation>
    </message>
    <message>
        <source>导入文件夹(&amp;D)…</source>
        <translation>Import Fol&amp;der…</translation>
    </message>
    <message>
        <source>导入文件夹里的公报</source>
        <translation>Import the gazettes in a folder</translation>
    </message>
    <message>
        <source>导入示例公报(&amp;G)</source>
        <translation>Import the Sample &amp;Gazette</translation>
    </message>
    <message>
        <source>导出标注(&amp;E)…</source>
        <translation>&amp;Export Annotations…</translation>
    </message>
    <message>
        <source>把标注或公文导出为文件</source>
        <translation>Export annotations or documents to a file</translation>
    </message>
    <message>
        <source>导出本篇公文(&amp;X)…</source>
        <translation>E&amp;xport This Document…</translation>
    </message>
    <message>
        <source>把打开的公文全文存成 Word、PDF 等</source>
        <translation>Save the open document as Word, PDF and more</translation>
    </message>
    <message>
        <source>打印(&amp;P)…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>打印打开的公文</source>
        <translation>Print the open document</translation>
    </message>
    <message>
        <source>打印预览(&amp;V)…</source>
        <translation>Print Pre&amp;view…</translation>
    </message>
    <message>
        <source>看打开的公文打印出来的样子</source>
        <translation>See how the open document will print</translation>
    </message>
    <message>
        <source>导入同事的批注(&amp;A)…</source>
        <translation>Import &amp;Annotations from a Colleague…</translation>
    </message>
    <message>
        <source>W3C 批注文件；同一条不会重复导入</source>
        <translation>A W3C annotation file; nothing is imported twice</translation>
    </message>
    <message>
        <source>导出批注给同事(&amp;L)…</source>
        <translation>Export Annotations for a Co&amp;lleague…</translation>
    </message>
    <message>
        <source>颜色和样式(&amp;C)…</source>
        <translation>&amp;Colours and Styles…</translation>
    </message>
    <message>
        <source>标签管理(&amp;M)…</source>
        <translation>&amp;Manage Tags…</translation>
    </message>
    <message>
        <source>核对标注的位置(&amp;P)…</source>
        <translation>Review &amp;Places of Annotations…</translation>
    </message>
    <message>
        <source>原文变动后，逐条核对标注的位置</source>
        <translation>After a text has changed, check the place of each annotation</translation>
    </message>
    <message>
        <source>标注回收站(&amp;H)…</source>
        <translation>Tras&amp;h…</translation>
    </message>
    <message>
        <source>三十天内删除的标注可以恢复</source>
        <translation>Annotations deleted in the last thirty days can be restored</translation>
    </message>
    <message>
        <source>从备份恢复(&amp;U)…</source>
        <translation>Restore Back&amp;up…</translation>
    </message>
    <message>
        <source>设置(&amp;S)…</source>
        <translation>&amp;Settings…</translation>
    </message>
    <message>
        <source>备份标注(&amp;B)…</source>
        <translation>&amp;Back Up Annotations…</translation>
    </message>
    <message>
        <source>把标注和批注存成一个备份文件</source>
        <translation>Save annotations and notes as a backup file</translation>
    </message>
    <message>
        <source>退出(&amp;Q)</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>撤销(&amp;U)</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>重做(&amp;R)</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>复制(&amp;C)</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>连同出处复制(&amp;W)</source>
        <translation>Copy &amp;with Citation</translation>
    </message>
    <message>
        <source>复制选中文字，后附出处</source>
        <translation>Copy the selected text, followed by its citation</translation>
    </message>
    <message>
        <source>出处（公文格式）(&amp;F)</source>
        <translation>Citation (Official &amp;Form)</translation>
    </message>
    <message>
        <source>《办法》（文号）第几条</source>
        <translation>《Title》(number), article</translation>
    </message>
    <message>
        <source>出处，并附公报期次(&amp;I)</source>
        <translation>Citation with Gazette &amp;Issue</translation>
    </message>
    <message>
        <source>后附载于哪一期公报第几页</source>
        <translation>Followed by the gazette issue and page</translation>
    </message>
    <message>
        <source>简称（文号和条款）(&amp;S)</source>
        <translation>&amp;Short Form (Number and Clause)</translation>
    </message>
    <message>
        <source>前文已引全称时用</source>
        <translation>For use once the full title has been cited</translation>
    </message>
    <message>
        <source>参考文献（GB/T 7714）(&amp;R)</source>
        <translation>&amp;Reference (GB/T 7714)</translation>
    </message>
    <message>
        <source>CSL-JSON（文献管理软件）(&amp;C)</source>
        <translation>&amp;CSL-JSON (Reference Managers)</translation>
    </message>
    <message>
        <source>在本文中查找(&amp;F)…</source>
        <translation>&amp;Find in Document…</translation>
    </message>
    <message>
        <source>下一处(&amp;N)</source>
        <translation>Find &amp;Next</translation>
    </message>
    <message>
        <source>上一处(&amp;P)</source>
        <translation>Find &amp;Previous</translation>
    </message>
    <message>
        <source>取消命中标记(&amp;H)</source>
        <translation>Clear &amp;Hits</translation>
    </message>
    <message>
        <source>检索全库(&amp;S)…</source>
        <translation>&amp;Search Library…</translation>
    </message>
    <message>
        <source>下划线(&amp;U)</source>
        <translation>&amp;Underline</translation>
    </message>
    <message>
        <source>写批注(&amp;N)</source>
        <translation>Add &amp;Note</translation>
    </message>
    <message>
        <source>加标签(&amp;T)</source>
        <translation>Add &amp;Tag</translation>
    </message>
    <message>
        <source>给选中文字、当前标注或所在条款加标签</source>
        <translation>Tag the selected text, the current annotation or the clause at hand</translation>
    </message>
    <message>
        <source>调整标注范围(&amp;R)</source>
        <translation>Change &amp;Range of Annotation</translation>
    </message>
    <message>
        <source>改为选中的文字或用键盘移动</source>
        <translation>Use the selected text, or move its ends by keyboard</translation>
    </message>
    <message>
        <source>给全文写批注(&amp;W)</source>
        <translation>Add Note on &amp;Whole Document</translation>
    </message>
    <message>
        <source>删除标注(&amp;D)</source>
        <translation>&amp;Delete Annotation</translation>
    </message>
    <message>
        <source>从这一段起另成一篇(&amp;B)</source>
        <translation>&amp;Begin a New Document Here</translation>
    </message>
    <message>
        <source>光标所在的段落是另一篇公文的开头</source>
        <translation>The paragraph at the cursor is the beginning of another document</translation>
    </message>
    <message>
        <source>并入上一篇(&amp;J)</source>
        <translation>&amp;Join to Previous Document</translation>
    </message>
    <message>
        <source>这不是单独的一篇，属于上一篇公文</source>
        <translation>This is not a separate document; it belongs to the previous one</translation>
    </message>
    <message>
        <source>本篇从这一段开始(&amp;S)</source>
        <translation>This Document Begin&amp;s Here</translation>
    </message>
    <message>
        <source>前面的段落属于上一篇</source>
        <translation>The paragraphs before belong to the previous document</translation>
    </message>
    <message>
        <source>下一篇从这一段开始(&amp;N)</source>
        <translation>&amp;Next Document Begins Here</translation>
    </message>
    <message>
        <source>从这一段起属于下一篇</source>
        <translation>From this paragraph on the text belongs to the next document</translation>
    </message>
    <message>
        <source>更正标题、文号等(&amp;T)…</source>
        <translation>Correct &amp;Title, Number…</translation>
    </message>
    <message>
        <source>一级标题(&amp;1)</source>
        <translation>Heading, Level &amp;1</translation>
    </message>
    <message>
        <source>二级标题(&amp;2)</source>
        <translation>Heading, Level &amp;2</translation>
    </message>
    <message>
        <source>三级标题(&amp;3)</source>
        <translation>Heading, Level &amp;3</translation>
    </message>
    <message>
        <source>四级标题(&amp;4)</source>
        <translation>Heading, Level &amp;4</translation>
    </message>
    <message>
        <source>正文(&amp;B)</source>
        <translation>&amp;Body Text</translation>
    </message>
    <message>
        <source>主送机关(&amp;A)</source>
        <translation>&amp;Addressee</translation>
    </message>
    <message>
        <source>落款（发文机关署名）(&amp;S)</source>
        <translation>&amp;Signature (Issuer&apos;s Name)</translation>
    </message>
    <message>
        <source>成文日期(&amp;D)</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>所印发文件的标题(&amp;I)</source>
        <translation>Title of the &amp;Issued Document</translation>
    </message>
    <message>
        <source>附件序号(&amp;L)</source>
        <translation>Attachment &amp;Label</translation>
    </message>
    <message>
        <source>附件标题(&amp;T)</source>
        <translation>Attachment &amp;Title</translation>
    </message>
    <message>
        <source>表格(&amp;E)</source>
        <translation>Tabl&amp;e</translation>
    </message>
    <message>
        <source>后退(&amp;B)</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>前进(&amp;F)</source>
        <translation>&amp;Forward</translation>
    </message>
    <message>
        <source>转到条款或文号(&amp;G)…</source>
        <translation>&amp;Go to Clause or Number…</translation>
    </message>
    <message>
        <source>上一篇(&amp;P)</source>
        <translation>&amp;Previous Document</translation>
    </message>
    <message>
        <source>下一篇(&amp;N)</source>
        <translation>&amp;Next Document</translation>
    </message>
    <message>
        <source>上一条标注(&amp;U)</source>
        <translation>Previo&amp;us Annotation</translation>
    </message>
    <message>
        <source>下一条标注(&amp;X)</source>
        <translation>Ne&amp;xt Annotation</translation>
    </message>
    <message>
        <source>加书签或取消书签(&amp;A)</source>
        <translation>&amp;Add or Remove Bookmark</translation>
    </message>
    <message>
        <source>筛选公报库(&amp;F)</source>
        <translation>&amp;Filter Library</translation>
    </message>
    <message>
        <source>公报库(&amp;L)</source>
        <translation>&amp;Library</translation>
    </message>
    <message>
        <source>显示或隐藏公报库</source>
        <translation>Show or hide the library</translation>
    </message>
    <message>
        <source>大纲(&amp;O)</source>
        <translation>&amp;Outline</translation>
    </message>
    <message>
        <source>批注(&amp;A)</source>
        <translation>&amp;Annotations</translation>
    </message>
    <message>
        <source>检索结果(&amp;R)</source>
        <translation>Search &amp;Results</translation>
    </message>
    <message>
        <source>放大(&amp;Z)</source>
        <translation>&amp;Zoom In</translation>
    </message>
    <message>
        <source>缩小(&amp;U)</source>
        <translation>Zoom O&amp;ut</translation>
    </message>
    <message>
        <source>原大小(&amp;C)</source>
        <translation>A&amp;ctual Size</translation>
    </message>
    <message>
        <source>明亮(&amp;L)</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>米黄(&amp;S)</source>
        <translation>&amp;Sepia</translation>
    </message>
    <message>
        <source>夜间(&amp;D)</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>全屏(&amp;F)</source>
        <translation>&amp;Full Screen</translation>
    </message>
    <message>
        <source>使用说明和快捷键(&amp;G)</source>
        <translation>&amp;Guide and Shortcuts</translation>
    </message>
    <message>
        <source>关于邸报(&amp;A)</source>
        <translation>&amp;About Dibao</translation>
    </message>
    <message>
        <source>{tip}（{key}）</source>
        <translation>{tip} ({key})</translation>
    </message>
    <message>
        <source>跟随系统(&amp;Y)</source>
        <translation>As the S&amp;ystem</translation>
    </message>
    <message>
        <source>命令面板(&amp;K)…</source>
        <translation>Command Pale&amp;tte…</translation>
    </message>
    <message>
        <source>打几个字，找任何命令、公文或标签</source>
        <translation>Type a few letters to find any command, document or tag</translation>
    </message>
    <message>
        <source>关闭标签页(&amp;W)</source>
        <translation>&amp;Close Tab</translation>
    </message>
    <message>
        <source>关闭其他标签页(&amp;O)</source>
        <translation>Close &amp;Other Tabs</translation>
    </message>
    <message>
        <source>下一个标签页(&amp;T)</source>
        <translation>Next &amp;Tab</translation>
    </message>
    <message>
        <source>上一个标签页(&amp;A)</source>
        <translation>Previous T&amp;ab</translation>
    </message>
    <message>
        <source>重新打开关闭的标签页(&amp;R)</source>
        <translation>&amp;Reopen Closed Tab</translation>
    </message>
    <message>
        <source>转到另一侧(&amp;S)</source>
        <translation>Go to the Other &amp;Side</translation>
    </message>
    <message>
        <source>并排(&amp;P)</source>
        <translation>&amp;Side by Side</translation>
    </message>
    <message>
        <source>左右并排看两篇公文</source>
        <translation>Read two documents side by side</translation>
    </message>
    <message>
        <source>本篇在另一侧打开(&amp;D)</source>
        <translation>Open This Document on the Other Si&amp;de</translation>
    </message>
    <message>
        <source>只看未读(&amp;U)</source>
        <translation>&amp;Unread Only</translation>
    </message>
    <message>
        <source>公报库里只列还没有读过的公文</source>
        <translation>List only documents you have not read</translation>
    </message>
    <message>
        <source>只看有标注的(&amp;A)</source>
        <translation>&amp;Annotated Only</translation>
    </message>
    <message>
        <source>公报库里只列有标注的公文</source>
        <translation>List only documents with annotations</translation>
    </message>
    <message>
        <source>显示全部(&amp;S)</source>
        <translation>&amp;Show All</translation>
    </message>
    <message>
        <source>取消公报库的筛选</source>
        <translation>Show the whole library again</translation>
    </message>
    <message>
        <source>按目录顺序(&amp;O)</source>
        <translation>By &amp;Order in the Issue</translation>
    </message>
    <message>
        <source>每期公文按目录和栏目排列</source>
        <translation>List the documents of an issue in the order of its contents</translation>
    </message>
    <message>
        <source>按成文日期(&amp;D)</source>
        <translation>By &amp;Date</translation>
    </message>
    <message>
        <source>每期公文按成文日期排列</source>
        <translation>List the documents of an issue by date</translation>
    </message>
    <message>
        <source>按发文字号(&amp;N)</source>
        <translation>By &amp;Number</translation>
    </message>
    <message>
        <source>每期公文按发文字号排列</source>
        <translation>List the documents of an issue by document number</translation>
    </message>
    <message>
        <source>按标题(&amp;T)</source>
        <translation>By &amp;Title</translation>
    </message>
    <message>
        <source>每期公文按标题排列</source>
        <translation>List the documents of an issue by title</translation>
    </message>
    <message>
        <source>新的在前(&amp;F)</source>
        <translation>Newest &amp;First</translation>
    </message>
    <message>
        <source>新的年份和期次排在前面</source>
        <translation>List newer years and issues first</translation>
    </message>
    <message>
        <source>机关按篇数排(&amp;C)</source>
        <translation>Publishers by &amp;Count</translation>
    </message>
    <message>
        <source>篇数多的机关排在前面</source>
        <translation>List publishers with the most documents first</translation>
    </message>
    <message>
        <source>标为已读(&amp;R)</source>
        <translation>Mark as &amp;Read</translation>
    </message>
    <message>
        <source>公报库里选中的公文标为已读</source>
        <translation>Mark the documents selected in the library as read</translation>
    </message>
    <message>
        <source>标为未读(&amp;M)</source>
        <translation>&amp;Mark as Unread</translation>
    </message>
    <message>
        <source>公报库里选中的公文标为未读</source>
        <translation>Mark the documents selected in the library as unread</translation>
    </message>
    <message>
        <source>导出选中的公文(&amp;E)…</source>
        <translation>&amp;Export Chosen Documents…</translation>
    </message>
    <message>
        <source>把公报库里选中的公文存成 Word、PDF 等</source>
        <translation>Save the documents selected in the library as Word, PDF and more</translation>
    </message>
    <message>
        <source>更正期次信息(&amp;C)…</source>
        <translation>&amp;Correct Issue Details…</translation>
    </message>
    <message>
        <source>更正这一期的机关、年份、期号、日期</source>
        <translation>Correct publisher, year, number and date of this issue</translation>
    </message>
    <message>
        <source>从公报库移除(&amp;V)…</source>
        <translation>Remo&amp;ve from Library…</translation>
    </message>
    <message>
        <source>移除选中的期次；原件和标注都保留，可以撤销</source>
        <translation>Remove the selected issues; originals and annotations are kept, and this can be undone</translation>
    </message>
    <message>
        <source>放大查看表格(&amp;T)</source>
        <translation>Enlarge &amp;Table</translation>
    </message>
    <message>
        <source>单独打开光标所在的表格</source>
        <translation>Open the table at the cursor in a window of its own</translation>
    </message>
    <message>
        <source>在旁边对照原文(&amp;Y)</source>
        <translation>Or&amp;iginal at the Side</translation>
    </message>
    <message>
        <source>在旁边显示原文，跟着正文走</source>
        <translation>Show the original at the side; it follows the text</translation>
    </message>
    <message>
        <source>快捷键(&amp;Y)…</source>
        <translation>Ke&amp;yboard Shortcuts…</translation>
    </message>
    <message>
        <source>查看和更改快捷键</source>
        <translation>See and change keyboard shortcuts</translation>
    </message>
    <message>
        <source>监视文件夹(&amp;H)…</source>
        <translation>Watc&amp;hed Folders…</translation>
    </message>
    <message>
        <source>文件夹里有新公报时提示导入</source>
        <translation>Be told when a folder contains new gazettes</translation>
    </message>
    <message>
        <source>检查监视的文件夹(&amp;K)</source>
        <translation>Chec&amp;k Watched Folders</translation>
    </message>
    <message>
        <source>现在就看有没有新公报</source>
        <translation>Look for new gazettes now</translation>
    </message>
    <message>
        <source>两侧同步滚动(&amp;H)</source>
        <translation>Scroll Bot&amp;h Sides</translation>
    </message>
    <message>
        <source>另一侧随着滚到同一条款</source>
        <translation>The other side follows to the same clause</translation>
    </message>
    <message>
        <source>效力和依据(&amp;V)…</source>
        <translation>&amp;Validity and Its Evidence…</translation>
    </message>
    <message>
        <source>何时施行、何时失效，本库里哪句话写明</source>
        <translation>When it takes effect and expires, and which words in this library say so</translation>
    </message>
    <message>
        <source>责任分工(&amp;D)…</source>
        <translation>&amp;Duties…</translation>
    </message>
    <message>
        <source>本篇写明的责任单位、配合单位和时限，列成一张表</source>
        <translation>A table of who does what by when, as far as the document says so</translation>
    </message>
    <message>
        <source>缺漏的期号和文号(&amp;G)…</source>
        <translation>Missin&amp;g Issues and Numbers…</translation>
    </message>
    <message>
        <source>已收的期次和文号之间，还缺哪些</source>
        <translation>Issues and document numbers missing between those in the library</translation>
    </message>
    <message>
        <source>对照原文检查(&amp;C)…</source>
        <translation>&amp;Compare with Original…</translation>
    </message>
    <message>
        <source>导入报告：疑点、更正、修复和删去的内容</source>
        <translation>Import report: doubts, corrections, repairs and removals</translation>
    </message>
    <message>
        <source>比较左右两篇(&amp;M)…</source>
        <translation>Co&amp;mpare Both Sides…</translation>
    </message>
    <message>
        <source>逐段比较并排的两篇公文，列出差异</source>
        <translation>Compare the two documents side by side, paragraph by paragraph, and list the differences</translation>
    </message>
</context>
<context>
    <name>AddressLabel</name>
    <message>
        <source>条款：{address}</source>
        <translation>Clause: {address}</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>{address}：点击或按 T，标注这一条款并加标签</source>
        <translation>{address}: click or press T to annotate and tag this clause</translation>
    </message>
</context>
<context>
    <name>Annotated</name>
    <message>
        <source>起点</source>
        <translation>start</translation>
    </message>
    <message>
        <source>终点</source>
        <translation>end</translation>
    </message>
    <message>
        <source>移动标注的{end}：方向键，Ctrl+方向键走得快；Tab 换另一端；回车保存；Esc 取消</source>
        <translation>Move the {end} of the annotation: arrow keys, faster with Ctrl; Tab for the other end; Enter saves; Esc cancels</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>加下划线</source>
        <translation>Underline</translation>
    </message>
    <message>
        <source>标注“{style}”</source>
        <translation>Mark as &quot;{style}&quot;</translation>
    </message>
    <message>
        <source>全文批注</source>
        <translation>Note on Document</translation>
    </message>
    <message>
        <source>修改批注</source>
        <translation>Edit Note</translation>
    </message>
    <message>
        <source>修改标签</source>
        <translation>Edit Tags</translation>
    </message>
    <message>
        <source>改为“{style}”</source>
        <translation>Change to &quot;{style}&quot;</translation>
    </message>
    <message>
        <source>改变标注方式</source>
        <translation>Change Kind of Mark</translation>
    </message>
    <message>
        <source>调整标注范围</source>
        <translation>Change Range</translation>
    </message>
    <message>
        <source>删除标注</source>
        <translation>Delete Annotation</translation>
    </message>
    <message>
        <source>恢复标注</source>
        <translation>Restore Annotation</translation>
    </message>
    <message>
        <source>标签“{tag}”改名</source>
        <translation>Rename Tag &quot;{tag}&quot;</translation>
    </message>
    <message>
        <source>删除标签“{tag}”</source>
        <translation>Delete Tag &quot;{tag}&quot;</translation>
    </message>
    <message>
        <source>确定标注的位置</source>
        <translation>Confirm Place</translation>
    </message>
    <message>
        <source>修改颜色</source>
        <translation>Change Style</translation>
    </message>
    <message>
        <source>添加颜色“{style}”</source>
        <translation>Add Style &quot;{style}&quot;</translation>
    </message>
    <message>
        <source>导入批注（{count} 条）</source>
        <translation>Import Annotations ({count})</translation>
    </message>
</context>
<context>
    <name>AnnotationFilters</name>
    <message>
        <source>筛选摘录和批注…</source>
        <translation>Filter quotes and notes…</translation>
    </message>
    <message>
        <source>筛选标注</source>
        <translation>Filter annotations</translation>
    </message>
    <message>
        <source>按颜色筛选</source>
        <translation>Filter by style</translation>
    </message>
    <message>
        <source>按标签筛选</source>
        <translation>Filter by tag</translation>
    </message>
    <message>
        <source>按位置是否确定筛选</source>
        <translation>Filter by state of place</translation>
    </message>
    <message>
        <source>按修改时间筛选</source>
        <translation>Filter by date of change</translation>
    </message>
    <message>
        <source>按发布机关筛选</source>
        <translation>Filter by publisher</translation>
    </message>
    <message>
        <source>排列和分组</source>
        <translation>Order and groups</translation>
    </message>
    <message>
        <source>更多筛选和排列</source>
        <translation>More filters and orders</translation>
    </message>
    <message>
        <source>位置：全部</source>
        <translation>All places</translation>
    </message>
    <message>
        <source>位置已移动</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>位置待确认</source>
        <translation>Uncertain</translation>
    </message>
    <message>
        <source>失去原文</source>
        <translation>Text not found</translation>
    </message>
    <message>
        <source>位置准确</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>时间：全部</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>最近 7 天</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>最近 30 天</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>今年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>按文中顺序</source>
        <translation>Text order</translation>
    </message>
    <message>
        <source>按时间</source>
        <translation>By date</translation>
    </message>
    <message>
        <source>按标签</source>
        <translation>By tag</translation>
    </message>
    <message>
        <source>按颜色</source>
        <translation>By style</translation>
    </message>
    <message>
        <source>全部颜色</source>
        <translation>All styles</translation>
    </message>
    <message>
        <source>全部标签</source>
        <translation>All tags</translation>
    </message>
    <message>
        <source>机关：全部</source>
        <translation>All publishers</translation>
    </message>
    <message>
        <source>从这一天起修改的</source>
        <translation>Changed from this day on</translation>
    </message>
    <message>
        <source>到这一天为止修改的</source>
        <translation>Changed up to this day</translation>
    </message>
    <message>
        <source>按作者筛选</source>
        <translation>Filter by author</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>上周</source>
        <translation>Last week</translation>
    </message>
    <message>
        <source>自选日期…</source>
        <translation>Choose dates…</translation>
    </message>
    <message>
        <source>作者：全部</source>
        <translation>All authors</translation>
    </message>
    <message>
        <source>（未署名）</source>
        <translation>(no name)</translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message>
        <source>标注列表</source>
        <translation>List of annotations</translation>
    </message>
</context>
<context>
    <name>AnnotationsModel</name>
    <message>
        <source>{heading}，{count} 条</source>
        <translation>{heading}, annotations: {count}</translation>
    </message>
    <message>
        <source>位置已随文本移动</source>
        <translation>Moved with the text</translation>
    </message>
    <message>
        <source>位置待确认，请核对</source>
        <translation>Place uncertain, please check</translation>
    </message>
    <message>
        <source>失去原文</source>
        <translation>Text not found</translation>
    </message>
</context>
<context>
    <name>AnnotationsPanel</name>
    <message>
        <source>本文</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>只看当前这篇公文的标注</source>
        <translation>Show the annotations of the open document only</translation>
    </message>
    <message>
        <source>全库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>查看整个公报库的标注</source>
        <translation>Show the annotations of the whole library</translation>
    </message>
    <message>
        <source>没有标签</source>
        <translation>No tag</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>Total: {count}</translation>
    </message>
    <message>
        <source>没有符合条件的标注。</source>
        <translation>No annotations match these filters.</translation>
    </message>
    <message>
        <source>还没有标注。

在正文里选中一句话，按数字键 1–8 标上颜色，按 N 写批注。</source>
        <translation>No annotations yet.

Select some text in the document, then press 1–8 to mark it or N to write a note.</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>公报库放在只能读的地方：可以阅读和标注，不能导入。</source>
        <translation>This library is in a read-only location: you can read and annotate, but not import.</translation>
    </message>
    <message>
        <source>上次邸报意外退出，已保存的内容都在；详情记在日志里。</source>
        <translation>Dibao closed unexpectedly last time. Everything that was saved is still there; details are in the log.</translation>
    </message>
    <message>
        <source>邸报</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>要打开的文件没有导入：请拖进已经打开的邸报窗口，或在那里按 Ctrl+O 导入。</source>
        <translation>The files to open were not imported: drag them into the Dibao window that is open, or press Ctrl+O there.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>打开文件夹(&amp;O)</source>
        <translation>&amp;Open Folder</translation>
    </message>
    <message>
        <source>现在备份(&amp;B)</source>
        <translation>&amp;Back Up Now</translation>
    </message>
    <message>
        <source>备份到别处(&amp;E)…</source>
        <translation>Back Up &amp;Elsewhere…</translation>
    </message>
    <message>
        <source>从备份恢复(&amp;R)…</source>
        <translation>&amp;Restore from a Backup…</translation>
    </message>
    <message>
        <source>标注和批注自动备份，至多半小时一次；保留 12 天每天一份、10 周每周一份、9 个月每月一份。程序升级、恢复备份之前另存一份。</source>
        <translation>Annotations are backed up automatically, at most every half hour. One backup a day is kept for 12 days, one a week for 10 weeks and one a month for 9 months. A copy is also made before every upgrade and every restore.</translation>
    </message>
    <message>
        <source>最近一次</source>
        <translation>Last backup</translation>
    </message>
    <message>
        <source>备份文件夹</source>
        <translation>Folder</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>从备份恢复标注</source>
        <translation>Restore Annotations from a Backup</translation>
    </message>
    <message>
        <source>程序定时备份标注和批注。恢复之前，现有的标注会先另存一份，也列在这里。</source>
        <translation>Annotations and notes are backed up regularly. Before a backup is restored, what you have now is saved too, and listed here.</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>其他备份文件(&amp;O)…</source>
        <translation>&amp;Other Backup File…</translation>
    </message>
    <message>
        <source>恢复到这个备份(&amp;R)…</source>
        <translation>&amp;Restore This Backup…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>还没有备份：有了标注以后，程序会自动备份。</source>
        <translation>No backups yet. Once there are annotations, they are backed up automatically.</translation>
    </message>
    <message>
        <source>恢复前另存</source>
        <translation>saved before a restore</translation>
    </message>
    <message>
        <source>升级前备份</source>
        <translation>before an upgrade</translation>
    </message>
    <message>
        <source>这个备份里有 {count} 条标注。</source>
        <translation>Annotations in this backup: {count}.</translation>
    </message>
    <message>
        <source>与现在的完全相同，不必恢复。</source>
        <translation>It is the same as what you have now; there is nothing to restore.</translation>
    </message>
    <message>
        <source>恢复后会找回 {count} 条。</source>
        <translation>Brought back: {count}.</translation>
    </message>
    <message>
        <source>有 {count} 条会变回当时的样子。</source>
        <translation>Changed back to what they were: {count}.</translation>
    </message>
    <message>
        <source>后来新加的 {count} 条会消失（另存的备份里还有）。</source>
        <translation>Added since and taken away (kept in the saved backup): {count}.</translation>
    </message>
    <message>
        <source>正在查看备份…</source>
        <translation>Reading the backup…</translation>
    </message>
    <message>
        <source>备份文件</source>
        <translation>Backup file</translation>
    </message>
    <message>
        <source>备份文件 (*.db);;所有文件 (*)</source>
        <translation>Backup files (*.db);;All files (*)</translation>
    </message>
    <message>
        <source>恢复备份</source>
        <translation>Restore Backup</translation>
    </message>
    <message>
        <source>恢复(&amp;R)</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>不恢复</source>
        <translation>Do Not Restore</translation>
    </message>
    <message>
        <source>恢复到这个备份吗？</source>
        <translation>Restore this backup?</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>请先打开一篇公文。</source>
        <translation>Open a document first.</translation>
    </message>
    <message>
        <source>已取消这里的书签。</source>
        <translation>The bookmark here was removed.</translation>
    </message>
    <message>
        <source>已加书签：{label}。在“转到 → 书签”里可以回到这里。</source>
        <translation>Bookmark added: {label}. Come back here by Go → Bookmarks.</translation>
    </message>
    <message>
        <source>还没有书签</source>
        <translation>No Bookmarks Yet</translation>
    </message>
</context>
<context>
    <name>CardDelegates</name>
    <message>
        <source>全文</source>
        <translation>Whole document</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>正在读取导入报告</source>
        <translation>Reading the import report</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>{name}：{value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{text}（点按去掉）</source>
        <translation>{text} (click to remove)</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>设置没能保存：{reason}</source>
        <translation>The settings could not be saved: {reason}</translation>
    </message>
    <message>
        <source>设置文件读不出来，已改用默认设置。</source>
        <translation>The settings file cannot be read; the default settings are used.</translation>
    </message>
    <message>
        <source>设置文件里有 {count} 项写得不对，已改用默认值：{names}。</source>
        <translation>Invalid settings, reset to their defaults: {count} ({names}).</translation>
    </message>
    <message>
        <source>原来的文件另存为 {name}</source>
        <translation>The previous file was kept as {name}.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>命令、公文或标签</source>
        <translation>Command, document or tag</translation>
    </message>
    <message>
        <source>输入命令；@ 只找公文，# 只找标签，&gt; 只找命令</source>
        <translation>Type a command; @ for documents only, # for tags, &gt; for commands</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>没有这样的命令、公文或标签</source>
        <translation>No such command, document or tag</translation>
    </message>
    <message>
        <source>现在不能用：{why}</source>
        <translation>Not available now: {why}</translation>
    </message>
    <message>
        <source>现在不能用</source>
        <translation>Not available now</translation>
    </message>
    <message>
        <source>↑↓ 选择&#x3000;回车执行&#x3000;Esc 关闭</source>
        <translation>↑↓ choose  Enter runs  Esc closes</translation>
    </message>
</context>
<context>
    <name>CommandWords</name>
    <message>
        <source>打开 添加 载入</source>
        <translation>open add load</translation>
    </message>
    <message>
        <source>打开目录 批量导入</source>
        <translation>open directory batch</translation>
    </message>
    <message>
        <source>另存为 摘录 输出</source>
        <translation>save as excerpts</translation>
    </message>
    <message>
        <source>另存为 全文</source>
        <translation>save as full text</translation>
    </message>
    <message>
        <source>合并批注 接收</source>
        <translation>merge notes receive</translation>
    </message>
    <message>
        <source>共享 发送 交换</source>
        <translation>share send exchange</translation>
    </message>
    <message>
        <source>高亮 荧光笔</source>
        <translation>highlighter colours</translation>
    </message>
    <message>
        <source>失效的标注 重新定位</source>
        <translation>orphans reattach</translation>
    </message>
    <message>
        <source>删除的标注 找回</source>
        <translation>deleted undelete</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>recover</translation>
    </message>
    <message>
        <source>选项 偏好 配置 语言 字体</source>
        <translation>options preferences configuration language font</translation>
    </message>
    <message>
        <source>热键 键盘</source>
        <translation>hotkeys keyboard keys</translation>
    </message>
    <message>
        <source>自动导入 新到</source>
        <translation>automatic import new</translation>
    </message>
    <message>
        <source>关闭程序</source>
        <translation>close exit</translation>
    </message>
    <message>
        <source>引用 引文</source>
        <translation>reference quote</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>search look for</translation>
    </message>
    <message>
        <source>搜索 全文检索</source>
        <translation>search full text</translation>
    </message>
    <message>
        <source>评论 注释</source>
        <translation>comment annotate</translation>
    </message>
    <message>
        <source>拆分 分开</source>
        <translation>split separate</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>merge join</translation>
    </message>
    <message>
        <source>重命名 元数据</source>
        <translation>rename metadata</translation>
    </message>
    <message>
        <source>元数据</source>
        <translation>metadata</translation>
    </message>
    <message>
        <source>疑点 校对</source>
        <translation>doubts proofread</translation>
    </message>
    <message>
        <source>删除公报</source>
        <translation>delete gazettes</translation>
    </message>
    <message>
        <source>跳转 定位</source>
        <translation>jump article</translation>
    </message>
    <message>
        <source>收藏</source>
        <translation>favorite</translation>
    </message>
    <message>
        <source>目录树 侧栏</source>
        <translation>tree sidebar</translation>
    </message>
    <message>
        <source>目录 导航</source>
        <translation>contents navigation</translation>
    </message>
    <message>
        <source>分屏 两栏</source>
        <translation>two panes columns</translation>
    </message>
    <message>
        <source>原件 原稿</source>
        <translation>source original</translation>
    </message>
    <message>
        <source>字号 大字</source>
        <translation>font size larger</translation>
    </message>
    <message>
        <source>字号 小字</source>
        <translation>font size smaller</translation>
    </message>
    <message>
        <source>浅色 白色 主题</source>
        <translation>bright white theme</translation>
    </message>
    <message>
        <source>护眼 主题</source>
        <translation>eye care theme</translation>
    </message>
    <message>
        <source>深色 黑色 主题</source>
        <translation>night black theme</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>theme</translation>
    </message>
    <message>
        <source>帮助 手册</source>
        <translation>manual</translation>
    </message>
    <message>
        <source>版本 许可</source>
        <translation>version licences</translation>
    </message>
    <message>
        <source>对比 对照 差异 修订</source>
        <translation>diff differences revisions versions</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>…… 有 {count} 段相同 ……</source>
        <translation>… {count} identical paragraphs …</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>只在左边</source>
        <translation>Left only</translation>
    </message>
    <message>
        <source>只在右边</source>
        <translation>Right only</translation>
    </message>
    <message>
        <source>位置不同</source>
        <translation>Moved</translation>
    </message>
</context>
<context>
    <name>ComparisonWindow</name>
    <message>
        <source>比较：{title}</source>
        <translation>Compare: {title}</translation>
    </message>
    <message>
        <source>相同的段落也显示(&amp;E)</source>
        <translation>Show &amp;equal paragraphs too</translation>
    </message>
    <message>
        <source>上一处(&amp;P)</source>
        <translation>&amp;Previous</translation>
    </message>
    <message>
        <source>下一处(&amp;N)</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>复制差异清单(&amp;C)</source>
        <translation>&amp;Copy Differences</translation>
    </message>
    <message>
        <source>上一处（Shift+F3）</source>
        <translation>Previous (Shift+F3)</translation>
    </message>
    <message>
        <source>下一处（F3）</source>
        <translation>Next (F3)</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>{name} {count}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>{count} 处不同：{parts}</source>
        <translation>Differences: {count} ({parts})</translation>
    </message>
    <message>
        <source>【{name}】{text}</source>
        <translation>[{name}] {text}</translation>
    </message>
    <message>
        <source>在主窗口打开：{name}</source>
        <translation>Open in main window: {name}</translation>
    </message>
    <message>
        <source>复制这一段</source>
        <translation>Copy This Paragraph</translation>
    </message>
    <message>
        <source>两边的文字相同（空白、全半角、分段的不同不算）。</source>
        <translation>Both texts are the same (white space, width of characters and paragraph breaks aside).</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>两边都改过的批注</source>
        <translation>Annotations Changed on Both Sides</translation>
    </message>
    <message>
        <source>有 {count} 条批注，您和同事各自都改过。每条默认保留较新的一份；导入以后可以按 Ctrl+Z 整个撤销。</source>
        <translation>Annotations that both you and your colleague have changed: {count}. The later version of each is kept unless you choose otherwise. After the import Ctrl+Z undoes all of it.</translation>
    </message>
    <message>
        <source>我的一份</source>
        <translation>My version</translation>
    </message>
    <message>
        <source>对方的一份</source>
        <translation>Their version</translation>
    </message>
    <message>
        <source>保留我的(&amp;M)</source>
        <translation>Keep &amp;Mine</translation>
    </message>
    <message>
        <source>采用对方的(&amp;T)</source>
        <translation>Take &amp;Theirs</translation>
    </message>
    <message>
        <source>全部用较新的(&amp;L)</source>
        <translation>&amp;Later Ones for All</translation>
    </message>
    <message>
        <source>全部保留我的(&amp;A)</source>
        <translation>Mine for &amp;All</translation>
    </message>
    <message>
        <source>全部采用对方的(&amp;H)</source>
        <translation>T&amp;heirs for All</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Do Not Import</translation>
    </message>
    <message>
        <source>对方的</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>（全文批注）</source>
        <translation>(note on the whole document)</translation>
    </message>
    <message>
        <source>{moment} 删除</source>
        <translation>deleted {moment}</translation>
    </message>
    <message>
        <source>{moment} 修改</source>
        <translation>changed {moment}</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>{name}（不同）</source>
        <translation>{name} (differs)</translation>
    </message>
    <message>
        <source>（无）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>{style}，下划线</source>
        <translation>{style}, underlined</translation>
    </message>
    <message>
        <source>（未署名）</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>较新</source>
        <translation>later</translation>
    </message>
    <message>
        <source>在回收站里</source>
        <translation>in the trash</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>请先选中要复制的文字。</source>
        <translation>First select the text to copy.</translation>
    </message>
    <message>
        <source>请先打开一篇公文。</source>
        <translation>Open a document first.</translation>
    </message>
    <message>
        <source>已复制，并附出处：{citation}</source>
        <translation>Copied with citation: {citation}</translation>
    </message>
    <message>
        <source>已复制：{text}</source>
        <translation>Copied: {text}</translation>
    </message>
    <message>
        <source>选中的标注没有可复制的原文。</source>
        <translation>The selected annotations contain no text to copy.</translation>
    </message>
    <message>
        <source>已复制 {count} 条标注，并附出处</source>
        <translation>Copied with citation: {count}</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>拆分公文</source>
        <translation>Split Document</translation>
    </message>
    <message>
        <source>合并到上一篇</source>
        <translation>Join to Previous Document</translation>
    </message>
    <message>
        <source>移动公文的起点</source>
        <translation>Move Start of Document</translation>
    </message>
    <message>
        <source>更正标题等</source>
        <translation>Correct Title and Facts</translation>
    </message>
    <message>
        <source>更正段落</source>
        <translation>Correct Paragraph</translation>
    </message>
    <message>
        <source>撤回更正</source>
        <translation>Withdraw Correction</translation>
    </message>
    <message>
        <source>正在更正</source>
        <translation>Correcting</translation>
    </message>
    <message>
        <source>更正期次信息</source>
        <translation>Correct Issue Details</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>如 2025年3月1日 或 2025-3-1；没有就留空</source>
        <translation>Such as 2025-3-1 or 2025年3月1日; empty for none</translation>
    </message>
    <message>
        <source>“{typed}”不是日期。请写成 2025年3月1日 或 2025-3-1。</source>
        <translation>&quot;{typed}&quot; is not a date. Enter 2025-3-1 or 2025年3月1日.</translation>
    </message>
</context>
<context>
    <name>CorrectionMenu</name>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>这一段是</source>
        <translation>This Paragraph Is</translation>
    </message>
</context>
<context>
    <name>CrashReportDialog</name>
    <message>
        <source>邸报出了点问题</source>
        <translation>Something went wrong in Dibao</translation>
    </message>
    <message>
        <source>刚才的操作没有完成，这是程序的错误，不是您的操作有误。
已保存的标注和批注都在，您可以继续使用；如果再次出现，请把下面的报告复制给维护人员。报告里没有公文和批注的内容，也不会自动发送到任何地方。</source>
        <translation>The last action was not completed. This is a fault in the program, not something you did.
Your saved annotations and notes are safe, and you can go on working. If it happens again, please send the report below to the people who maintain the program. It contains no text from documents or notes, and nothing is ever sent automatically.</translation>
    </message>
    <message>
        <source>错误报告</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>日志：{file}</source>
        <translation>Log: {file}</translation>
    </message>
    <message>
        <source>复制报告(&amp;C)</source>
        <translation>&amp;Copy Report</translation>
    </message>
    <message>
        <source>继续使用</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>另有 {count} 个错误记在日志里。</source>
        <translation>More errors in the log: {count}.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>在左边的公报库里选一篇公文，在这里阅读。</source>
        <translation>Choose a document in the library on the left to read it here.</translation>
    </message>
</context>
<context>
    <name>DocumentHead</name>
    <message>
        <source>识别没有把握的地方；点开对照原文</source>
        <translation>Uncertain passages; click to compare with the original</translation>
    </message>
    <message>
        <source>这篇公文经人工更正；点开查看或撤回</source>
        <translation>This document was corrected by hand; click to see or withdraw</translation>
    </message>
    <message>
        <source>✎ 已更正</source>
        <translation>✎ Corrected</translation>
    </message>
    <message>
        <source>同一篇公文在库中的其他来源</source>
        <translation>Other sources of this document in the library</translation>
    </message>
    <message>
        <source>无文号</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>？ 疑点 {count}</source>
        <translation>? Doubts: {count}</translation>
    </message>
    <message>
        <source>打开：{source}</source>
        <translation>Open: {source}</translation>
    </message>
    <message>
        <source>比较本文与：{source}</source>
        <translation>Compare with: {source}</translation>
    </message>
    <message>
        <source>{count} 个来源</source>
        <translation>Sources: {count}</translation>
    </message>
    <message>
        <source>另见 {source} ▾</source>
        <translation>Also in {source} ▾</translation>
    </message>
    <message>
        <source>《{title}》{year}年</source>
        <translation>《{title}》 {year}</translation>
    </message>
    <message>
        <source>第{number}期</source>
        <translation>, issue {number}</translation>
    </message>
    <message>
        <source> 第{page}页</source>
        <translation>, page {page}</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>DocumentSide</name>
    <message>
        <source>结束并排，标签页并到另一侧</source>
        <translation>End the split view; its tabs go to the other side</translation>
    </message>
    <message>
        <source>结束并排</source>
        <translation>End the split view</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>打开的公文</source>
        <translation>Open documents</translation>
    </message>
    <message>
        <source>关闭标签页</source>
        <translation>Close Tab</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>松开鼠标，导入这些公报</source>
        <translation>Drop to import these gazettes</translation>
    </message>
</context>
<context>
    <name>DutyTable</name>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>Assisting</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>Editions</name>
    <message>
        <source>正在比较</source>
        <translation>Comparing</translation>
    </message>
    <message>
        <source>{title}（{place}）</source>
        <translation>{title} ({place})</translation>
    </message>
</context>
<context>
    <name>EmptyTree</name>
    <message>
        <source>公报库还是空的。

把公报文件拖到窗口里，或按 Ctrl+O 导入。</source>
        <translation>The library is still empty.

Drop gazette files on the window, or press Ctrl+O to import.</translation>
    </message>
    <message>
        <source>没有符合条件的公文。

换几个字试试，或按 Esc 显示全部。</source>
        <translation>No matching documents.

Try other words, or press Esc to show all.</translation>
    </message>
</context>
<context>
    <name>ExactOffer</name>
    <message>
        <source>只要“{text}”</source>
        <translation>Only “{text}”</translation>
    </message>
    <message>
        <source>有的只是各词分开出现。</source>
        <translation>Some results contain the words only separately. </translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>批注文件 (*.jsonld *.json);;所有文件 (*)</source>
        <translation>Annotation files (*.jsonld *.json);;All files (*)</translation>
    </message>
    <message>
        <source>导入批注</source>
        <translation>Import Annotations</translation>
    </message>
    <message>
        <source>正在导入批注</source>
        <translation>Importing annotations</translation>
    </message>
    <message>
        <source>没有导入，标注没有改变。</source>
        <translation>Nothing was imported; your annotations are unchanged.</translation>
    </message>
    <message>
        <source>导入 {count} 条批注</source>
        <translation>Annotations imported: {count}</translation>
    </message>
    <message>
        <source>更新 {count} 条</source>
        <translation>updated: {count}</translation>
    </message>
    <message>
        <source>{count} 条已有，没有重复导入</source>
        <translation>already here: {count}</translation>
    </message>
    <message>
        <source>{count} 条两边都改过，采用对方的 {theirs} 条</source>
        <translation>changed on both sides: {count}, colleague&apos;s version taken: {theirs}</translation>
    </message>
    <message>
        <source>{count} 条不合格式，没有导入</source>
        <translation>invalid, not imported: {count}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>导出标注</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>选择(&amp;C)…</source>
        <translation>&amp;Choose…</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在准备预览</source>
        <translation>Preparing the preview</translation>
    </message>
    <message>
        <source>没有符合条件的公文</source>
        <translation>No matching documents</translation>
    </message>
    <message>
        <source>没有符合条件的标注</source>
        <translation>No matching annotations</translation>
    </message>
    <message>
        <source>将导出 {count} 篇公文</source>
        <translation>Documents to export: {count}</translation>
    </message>
    <message>
        <source>将导出 {count} 条标注</source>
        <translation>Annotations to export: {count}</translation>
    </message>
    <message>
        <source>版面以 Word 中打开的为准</source>
        <translation>Word may lay out the pages differently</translation>
    </message>
    <message>
        <source>这次预览没有做成，可以直接导出。</source>
        <translation>There is no preview this time; you can still export.</translation>
    </message>
    <message>
        <source>公报全文</source>
        <translation>Gazette documents</translation>
    </message>
    <message>
        <source>公报标注</source>
        <translation>Gazette annotations</translation>
    </message>
    <message>
        <source>文件“{name}”已经存在，要替换它吗？</source>
        <translation>The file &quot;{name}&quot; exists already. Replace it?</translation>
    </message>
    <message>
        <source>替换文件</source>
        <translation>Replace File</translation>
    </message>
    <message>
        <source>替换(&amp;R)</source>
        <translation>&amp;Replace</translation>
    </message>
    <message>
        <source>不替换</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>文件 (*{suffix})</source>
        <translation>Files (*{suffix})</translation>
    </message>
    <message>
        <source>保存到(&amp;S)</source>
        <translation>&amp;Save to</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>标注和批注(&amp;A)</source>
        <translation>&amp;Annotations and notes</translation>
    </message>
    <message>
        <source>公文全文(&amp;D)</source>
        <translation>Full &amp;documents</translation>
    </message>
    <message>
        <source>带标注和批注(&amp;N)</source>
        <translation>With annotations and &amp;notes</translation>
    </message>
    <message>
        <source>选中的 {count} 条(&amp;I)</source>
        <translation>Chosen &amp;items: {count}</translation>
    </message>
    <message>
        <source>当前公文(&amp;O)</source>
        <translation>&amp;Open document</translation>
    </message>
    <message>
        <source>整个公报库(&amp;L)</source>
        <translation>Whole &amp;library</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>全部标签</source>
        <translation>All tags</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>全部颜色</source>
        <translation>All styles</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>位置确定的</source>
        <translation>Certain</translation>
    </message>
    <message>
        <source>待确认的</source>
        <translation>Uncertain</translation>
    </message>
    <message>
        <source>失去原文的</source>
        <translation>Text not found</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>今天改动的</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>最近 7 天改动的</source>
        <translation>In the last 7 days</translation>
    </message>
    <message>
        <source>最近 30 天改动的</source>
        <translation>In the last 30 days</translation>
    </message>
    <message>
        <source>今年改动的</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>网页（.html）(&amp;B)</source>
        <translation>We&amp;b page (.html)</translation>
    </message>
    <message>
        <source>Markdown（.md）(&amp;K)</source>
        <translation>Mar&amp;kdown (.md)</translation>
    </message>
    <message>
        <source>Word（.docx）(&amp;W)</source>
        <translation>&amp;Word (.docx)</translation>
    </message>
    <message>
        <source>PDF（.pdf）(&amp;F)</source>
        <translation>PD&amp;F (.pdf)</translation>
    </message>
    <message>
        <source>Excel（.xlsx）(&amp;X)</source>
        <translation>E&amp;xcel (.xlsx)</translation>
    </message>
    <message>
        <source>CSV（.csv）(&amp;V)</source>
        <translation>CS&amp;V (.csv)</translation>
    </message>
    <message>
        <source>W3C 批注（.jsonld）(&amp;3)</source>
        <translation>W&amp;3C annotations (.jsonld)</translation>
    </message>
    <message>
        <source>公文格式：标注为突出显示，批注为 Word 批注</source>
        <translation>Official form: annotations as highlights, notes as Word comments</translation>
    </message>
    <message>
        <source>版式固定，文字可选可搜，带书签</source>
        <translation>Fixed pages with selectable, searchable text and bookmarks</translation>
    </message>
    <message>
        <source>同事可以导入到自己的邸报</source>
        <translation>Colleagues can import it into their Dibao</translation>
    </message>
    <message>
        <source>Zotero 等文献管理软件可以导入</source>
        <translation>Zotero and other reference managers can import it</translation>
    </message>
    <message>
        <source>排列</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>按正文顺序</source>
        <translation>Text order</translation>
    </message>
    <message>
        <source>按标签</source>
        <translation>By tag</translation>
    </message>
    <message>
        <source>按颜色</source>
        <translation>By style</translation>
    </message>
    <message>
        <source>按批注日期</source>
        <translation>By date of note</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>模板说明(&amp;U)…</source>
        <translation>Abo&amp;ut Templates…</translation>
    </message>
    <message>
        <source>标准格式</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>{name}（自己的）</source>
        <translation>{name} (own)</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>选中的 {count} 篇(&amp;I)</source>
        <translation>Chosen &amp;items: {count}</translation>
    </message>
    <message>
        <source>文献引用（.json）(&amp;J)</source>
        <translation>References (.&amp;json)</translation>
    </message>
    <message>
        <source>文末列出引用文件(&amp;E)</source>
        <translation>List sources at &amp;end</translation>
    </message>
    <message>
        <source>库中有标注的公文(&amp;L)</source>
        <translation>A&amp;ll annotated documents</translation>
    </message>
    <message>
        <source>位置状态</source>
        <translation>State of place</translation>
    </message>
    <message>
        <source>标签(&amp;T)</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>颜色(&amp;Y)</source>
        <translation>St&amp;yle</translation>
    </message>
    <message>
        <source>位置状态(&amp;P)</source>
        <translation>State of &amp;place</translation>
    </message>
    <message>
        <source>时间(&amp;H)</source>
        <translation>C&amp;hanged</translation>
    </message>
    <message>
        <source>排列(&amp;R)</source>
        <translation>O&amp;rder</translation>
    </message>
    <message>
        <source>模板(&amp;M)</source>
        <translation>Te&amp;mplate</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>导出和引用</source>
        <translation>Export, citation</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>导出格式</source>
        <translation>Export format</translation>
    </message>
    <message>
        <source>网页（.html）</source>
        <translation>Web page (.html)</translation>
    </message>
    <message>
        <source>Markdown（.md）</source>
        <translation>Markdown (.md)</translation>
    </message>
    <message>
        <source>Word（.docx）</source>
        <translation>Word (.docx)</translation>
    </message>
    <message>
        <source>PDF（.pdf）</source>
        <translation>PDF (.pdf)</translation>
    </message>
    <message>
        <source>Excel（.xlsx）</source>
        <translation>Excel (.xlsx)</translation>
    </message>
    <message>
        <source>CSV（.csv）</source>
        <translation>CSV (.csv)</translation>
    </message>
    <message>
        <source>W3C 批注（.jsonld）</source>
        <translation>W3C annotations (.jsonld)</translation>
    </message>
    <message>
        <source>文献引用（.csl）</source>
        <translation>References (.csl)</translation>
    </message>
    <message>
        <source>复制时附的出处</source>
        <translation>Citation style</translation>
    </message>
    <message>
        <source>公文格式：《办法》（文号）第几条</source>
        <translation>Official: title, number and clause</translation>
    </message>
    <message>
        <source>公文格式，并附公报期次</source>
        <translation>Official, with the gazette issue</translation>
    </message>
    <message>
        <source>简称：文号和条款</source>
        <translation>Short: number and clause</translation>
    </message>
    <message>
        <source>参考文献（GB/T 7714）</source>
        <translation>Reference (GB/T 7714)</translation>
    </message>
    <message>
        <source>写在新标注上，交给同事时看得出是谁写的。</source>
        <translation>Added to new annotations so that colleagues can see who wrote them.</translation>
    </message>
    <message>
        <source>导出时先选这一种；每次导出后改为上次用的。</source>
        <translation>Exports start with this format, and later with the one you used last.</translation>
    </message>
    <message>
        <source>用于“连同出处复制”。其他写法在 编辑 → 复制出处。</source>
        <translation>For &quot;Copy with Citation&quot;. Other forms are in Edit → Copy Citation.</translation>
    </message>
    <message>
        <source>姓名(&amp;N)</source>
        <translation>Your &amp;name</translation>
    </message>
    <message>
        <source>导出格式(&amp;E)</source>
        <translation>&amp;Export format</translation>
    </message>
    <message>
        <source>复制时附的出处(&amp;C)</source>
        <translation>&amp;Citation of copies</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>预览表格</source>
        <translation>Preview of the table</translation>
    </message>
    <message>
        <source>预览页面</source>
        <translation>Preview of the pages</translation>
    </message>
    <message>
        <source>正在准备预览…</source>
        <translation>Preparing the preview…</translation>
    </message>
    <message>
        <source>只预览前 {shown} 项，共 {total} 项</source>
        <translation>The first {shown} of {total} are shown</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>设置没能保存：{reason}</source>
        <translation>The settings could not be saved: {reason}</translation>
    </message>
    <message>
        <source>已导出 {count} 篇公文</source>
        <translation>Documents exported: {count}</translation>
    </message>
    <message>
        <source>已导出 {count} 条标注</source>
        <translation>Annotations exported: {count}</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>模板放在 {path}</source>
        <translation>Templates are kept in {path}</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>更多…</source>
        <translation>More…</translation>
    </message>
    <message>
        <source>{value}（{count}）</source>
        <translation>{value} ({count})</translation>
    </message>
    <message>
        <source>公报</source>
        <translation>Gazette</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>更正标题、文号等</source>
        <translation>Correct Title, Number and Other Facts</translation>
    </message>
    <message>
        <source>如 云政发〔2025〕7号；没有就留空</source>
        <translation>Such as 云政发〔2025〕7号; empty for none</translation>
    </message>
    <message>
        <source>几个机关联合发文时用顿号隔开</source>
        <translation>Several issuers are separated by 、</translation>
    </message>
    <message>
        <source>标题(&amp;T)</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>发文字号(&amp;N)</source>
        <translation>&amp;Number</translation>
    </message>
    <message>
        <source>发文机关(&amp;I)</source>
        <translation>&amp;Issuers</translation>
    </message>
    <message>
        <source>成文日期(&amp;D)</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>栏目(&amp;S)</source>
        <translation>&amp;Section</translation>
    </message>
    <message>
        <source>文种(&amp;K)</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>更正会单独记下，原件不变；重新导入时照样有效，随时可以撤回。</source>
        <translation>Corrections are kept apart; the original stays as it is. They hold when the file is imported again, and can be withdrawn at any time.</translation>
    </message>
    <message>
        <source>标题不能是空的。</source>
        <translation>The title must not be empty.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>在本文中查找</source>
        <translation>Find in document</translation>
    </message>
    <message>
        <source>怎样查找</source>
        <translation>How to find</translation>
    </message>
    <message>
        <source>整串</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>输入的文字作为一个整体</source>
        <translation>Search for exactly what you type</translation>
    </message>
    <message>
        <source>各词</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>用空格隔开的每个词，各自标出</source>
        <translation>Search for each word separately</translation>
    </message>
    <message>
        <source>正则</source>
        <translation>Regex</translation>
    </message>
    <message>
        <source>正则表达式，在段落之内匹配</source>
        <translation>A regular expression, matched within paragraphs</translation>
    </message>
    <message>
        <source>严格</source>
        <translation>Strict</translation>
    </message>
    <message>
        <source>区分全角半角、大小写、繁简、括号引号的样式和空白</source>
        <translation>Distinguish width, case, traditional and simplified characters, styles of brackets and quotes, and white space</translation>
    </message>
    <message>
        <source>上一处（Shift+F3）</source>
        <translation>Previous (Shift+F3)</translation>
    </message>
    <message>
        <source>下一处（F3）</source>
        <translation>Next (F3)</translation>
    </message>
    <message>
        <source>关闭（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>第 {number} / {total}+ 处</source>
        <translation>{number} of {total}+</translation>
    </message>
    <message>
        <source>第 {number} / {total} 处</source>
        <translation>{number} of {total}</translation>
    </message>
    <message>
        <source>表达式有误</source>
        <translation>Invalid expression</translation>
    </message>
    <message>
        <source>只标出了前 {total} 处；写得更具体些，就能看到全部。</source>
        <translation>Only the first {total} are highlighted; type more to narrow them down.</translation>
    </message>
    <message>
        <source>正在查找……</source>
        <translation>Finding…</translation>
    </message>
    <message>
        <source>太费时，已停止</source>
        <translation>Stopped: took too long</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>正在查找</source>
        <translation>Finding</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>这次检索没有完成，请再试一次。</source>
        <translation>This search was not finished. Please try again.</translation>
    </message>
    <message>
        <source>已是第一处</source>
        <translation>This is the first hit</translation>
    </message>
    <message>
        <source>已是最后一处，回到第一处</source>
        <translation>That was the last hit; back to the first</translation>
    </message>
    <message>
        <source>第 {row} / {rows} 条，第 {place} / {places} 处</source>
        <translation>Document {row} of {rows}, hit {place} of {places}</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>连同出处复制</source>
        <translation>Copy with Citation</translation>
    </message>
    <message>
        <source>复制出处</source>
        <translation>Copy Citation</translation>
    </message>
    <message>
        <source>{text}
——{citation}</source>
        <translation>{text}
— {citation}</translation>
    </message>
    <message>
        <source>已复制：{text}</source>
        <translation>Copied: {text}</translation>
    </message>
    <message>
        <source>Excel 表格 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>检索结果 {query}</source>
        <translation>Search results {query}</translation>
    </message>
    <message>
        <source>导出命中列表</source>
        <translation>Export List of Hits</translation>
    </message>
    <message>
        <source>已导出 {count} 条结果到 {path}</source>
        <translation>Results exported: {count}, to {path}</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>保存检索</source>
        <translation>Save Search</translation>
    </message>
    <message>
        <source>名称（同名的会被替换）</source>
        <translation>Name (a search of the same name is replaced)</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>已保存检索“{name}”</source>
        <translation>Search &quot;{name}&quot; saved</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>邸报</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>{title} - 邸报</source>
        <translation>{title} – Dibao</translation>
    </message>
    <message>
        <source>本库未收 {number}</source>
        <translation>{number} is not in this library</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>正在查找缺漏</source>
        <translation>Looking for missing issues and numbers</translation>
    </message>
    <message>
        <source>已收的期号和文号之间没有缺漏。</source>
        <translation>No issues or numbers are missing between those in the library.</translation>
    </message>
    <message>
        <source>已收的期号和文号之间缺少的（公报未必刊登全部文件，仅供核对）</source>
        <translation>Missing between the issues and numbers in the library (a gazette does not have to print every document)</translation>
    </message>
    <message>
        <source>系列</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>起止</source>
        <translation>From–to</translation>
    </message>
    <message>
        <source>其间缺少</source>
        <translation>Missing between</translation>
    </message>
    <message>
        <source>{name} 公报期号</source>
        <translation>{name}, gazette issues</translation>
    </message>
    <message>
        <source>{name} 文号</source>
        <translation>{name}, document numbers</translation>
    </message>
    <message>
        <source>第{ranges}期</source>
        <translation>issues {ranges}</translation>
    </message>
    <message>
        <source>{ranges}号</source>
        <translation>nos. {ranges}</translation>
    </message>
</context>
<context>
    <name>GoToBox</name>
    <message>
        <source>转到条款或文号</source>
        <translation>Go to clause or number</translation>
    </message>
    <message>
        <source>条款或文号</source>
        <translation>Clause or number</translation>
    </message>
    <message>
        <source>本文没有这一条款；按回车，当作文号在库中找</source>
        <translation>No such clause here; press Enter to look for it as a document number in the library</translation>
    </message>
    <message>
        <source>按回车，在库中找这个文号</source>
        <translation>Press Enter to look for this number in the library</translation>
    </message>
    <message>
        <source>条款：82、3.2.1（第三条第二款第（一）项）、附件2、第三章
文号：怎么写都行，如 国办发 7 2024</source>
        <translation>Clause: 82, 3.2.1 (第三条第二款第（一）项), 附件2, 第三章
Number: in any form, such as 国办发 7 2024</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>本文和库里都没有找到“{typed}”。</source>
        <translation>&quot;{typed}&quot; was found neither in this document nor in the library.</translation>
    </message>
</context>
<context>
    <name>HandingOn</name>
    <message>
        <source>正在准备引用</source>
        <translation>Preparing citations</translation>
    </message>
    <message>
        <source>邸报标注备份.db</source>
        <translation>Dibao annotations backup.db</translation>
    </message>
    <message>
        <source>备份标注</source>
        <translation>Back Up Annotations</translation>
    </message>
    <message>
        <source>备份文件 (*.db)</source>
        <translation>Backup files (*.db)</translation>
    </message>
    <message>
        <source>正在备份</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>已备份到 {path}</source>
        <translation>Backed up to {path}</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>原文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>词语</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{name} · {count} 处</source>
        <translation>{name} · {count}</translation>
    </message>
    <message>
        <source>{publisher}{year}年第{number}期</source>
        <translation>{publisher} {year}, no. {number}</translation>
    </message>
</context>
<context>
    <name>Holding</name>
    <message>
        <source>正在核对效力</source>
        <translation>Looking up validity</translation>
    </message>
    <message>
        <source>本库里没有写明这篇公文何时施行、何时失效。</source>
        <translation>Nothing in this library says when this document takes effect or expires.</translation>
    </message>
</context>
<context>
    <name>ImportDialogs</name>
    <message>
        <source>公报文件 (*.txt *.md *.markdown *.html *.htm *.mht *.docx *.pdf *.zip);;所有文件 (*)</source>
        <translation>Gazette files (*.txt *.md *.markdown *.html *.htm *.mht *.docx *.pdf *.zip);;All files (*)</translation>
    </message>
    <message>
        <source>导入公报文件</source>
        <translation>Import Gazette Files</translation>
    </message>
    <message>
        <source>导入文件夹</source>
        <translation>Import Folder</translation>
    </message>
    <message>
        <source>这个公报库放在只能读的地方，不能导入；标注和批注照常保存在您自己的电脑上。</source>
        <translation>This library is in a read-only location, so nothing can be imported. Annotations and notes are kept on your own computer as usual.</translation>
    </message>
    <message>
        <source>逐份查看</source>
        <translation>File by file</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>导入结果</source>
        <translation>Import Results</translation>
    </message>
    <message>
        <source>导入的文件</source>
        <translation>Imported files</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>公文</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Doubts</translation>
    </message>
    <message>
        <source>对照原文检查(&amp;C)…</source>
        <translation>&amp;Compare with Original…</translation>
    </message>
    <message>
        <source>查看这个文件的导入报告：疑点、修复和删去的内容，与原文对照</source>
        <translation>See the import report of this file: doubts, repairs and removals, beside the original</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>导入了 {files} 个文件、{documents} 篇公文。</source>
        <translation>Imported: files {files}, documents {documents}.</translation>
    </message>
    <message>
        <source>{count} 个文件早已在库中，没有变化。</source>
        <translation>Files already in the library, unchanged: {count}.</translation>
    </message>
    <message>
        <source>{count} 个文件与同批的另一个内容相同。</source>
        <translation>Files identical to another file in this import: {count}.</translation>
    </message>
    <message>
        <source>{count} 个文件没能导入，原因见下。</source>
        <translation>Files not imported, for the reasons below: {count}.</translation>
    </message>
    <message>
        <source>有 {count} 处识别得没有把握，值得看一眼。</source>
        <translation>Uncertain passages, worth a look: {count}.</translation>
    </message>
    <message>
        <source>导入中途停止，已完成的都保留了。</source>
        <translation>The import was stopped; files already finished are kept.</translation>
    </message>
    <message>
        <source>没有找到可以导入的文件。</source>
        <translation>No files that can be imported were found.</translation>
    </message>
    <message>
        <source>已导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>已更新</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>未导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>与 {name} 相同</source>
        <translation>Same as {name}</translation>
    </message>
    <message>
        <source>……还有 {count} 处</source>
        <translation>… and more: {count}</translation>
    </message>
    <message>
        <source>第 {line} 行：{sentence}</source>
        <translation>Line {line}: {sentence}</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>正在导入</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>正在更新索引</source>
        <translation>Updating the index</translation>
    </message>
    <message>
        <source>正在从原件重建</source>
        <translation>Rebuilding from the originals</translation>
    </message>
</context>
<context>
    <name>IssueFactsDialog</name>
    <message>
        <source>更正期次信息</source>
        <translation>Correct Issue Details</translation>
    </message>
    <message>
        <source>如 云汀市人民政府公报</source>
        <translation>Such as the gazette of a city government</translation>
    </message>
    <message>
        <source>如 2025</source>
        <translation>Such as 2025</translation>
    </message>
    <message>
        <source>这一年的第几期，如 3</source>
        <translation>The issue of that year, such as 3</translation>
    </message>
    <message>
        <source>没有就留空</source>
        <translation>Leave empty if there is none</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>公报名称(&amp;G)</source>
        <translation>&amp;Gazette</translation>
    </message>
    <message>
        <source>公报的机关(&amp;P)</source>
        <translation>&amp;Publisher</translation>
    </message>
    <message>
        <source>年份(&amp;Y)</source>
        <translation>&amp;Year</translation>
    </message>
    <message>
        <source>期号(&amp;N)</source>
        <translation>&amp;Number</translation>
    </message>
    <message>
        <source>总期号(&amp;R)</source>
        <translation>&amp;Running number</translation>
    </message>
    <message>
        <source>出版日期(&amp;D)</source>
        <translation>Publishe&amp;d</translation>
    </message>
    <message>
        <source>更正会单独记下，原件不变；重新导入时照样有效，可以撤销。</source>
        <translation>The correction is kept apart and the original stays as it is; it holds when the file is imported again, and can be undone.</translation>
    </message>
    <message>
        <source>公报名称不能是空的。</source>
        <translation>The gazette must have a name.</translation>
    </message>
    <message>
        <source>“{typed}”不是年份。请写成四位数字，如 2025。</source>
        <translation>&quot;{typed}&quot; is not a year. Enter four digits, such as 2025.</translation>
    </message>
    <message>
        <source>“{typed}”不是期号。请只写数字，如 3。</source>
        <translation>&quot;{typed}&quot; is not an issue number. Enter digits only, such as 3.</translation>
    </message>
</context>
<context>
    <name>IssueReportWindow</name>
    <message>
        <source>导入报告</source>
        <translation>Import Report</translation>
    </message>
    <message>
        <source>导入报告：{name}</source>
        <translation>Import Report: {name}</translation>
    </message>
    <message>
        <source> {year}年第{number}期</source>
        <translation> {year}, issue {number}</translation>
    </message>
    <message>
        <source>{count} 篇公文</source>
        <translation>Documents: {count}</translation>
    </message>
    <message>
        <source>原文&#x3000;{name}</source>
        <translation>Original: {name}</translation>
    </message>
    <message>
        <source>原文不在了；把原文件再导入一次即可补上</source>
        <translation>The original is missing; import the file again to restore it</translation>
    </message>
    <message>
        <source>识别结果&#x3000;{title}</source>
        <translation>Recognised: {title}</translation>
    </message>
    <message>
        <source>（目录）</source>
        <translation>(contents)</translation>
    </message>
    <message>
        <source>（封底）</source>
        <translation>(back cover)</translation>
    </message>
    <message>
        <source>（栏目名）</source>
        <translation>(section)</translation>
    </message>
    <message>
        <source>（封面和编辑信息）</source>
        <translation>(cover and imprint)</translation>
    </message>
    <message>
        <source>报告条目</source>
        <translation>Entries of the report</translation>
    </message>
    <message>
        <source>撤回这条更正(&amp;W)</source>
        <translation>&amp;Withdraw This Correction</translation>
    </message>
    <message>
        <source>识别结果</source>
        <translation>Recognised text</translation>
    </message>
    <message>
        <source>在主窗口打开(&amp;O)</source>
        <translation>&amp;Open in Main Window</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>疑点 {count}</source>
        <translation>Doubts {count}</translation>
    </message>
    <message>
        <source>更正 {count}</source>
        <translation>Corrections {count}</translation>
    </message>
    <message>
        <source>修复 {count}</source>
        <translation>Repairs {count}</translation>
    </message>
    <message>
        <source>删去 {count}</source>
        <translation>Removed {count}</translation>
    </message>
    <message>
        <source>这期公报识别顺利：没有疑点，也没有删改过一个字。</source>
        <translation>This issue was recognised without problems: no doubts, and not a single character changed.</translation>
    </message>
    <message>
        <source>没有疑点。</source>
        <translation>No doubts.</translation>
    </message>
    <message>
        <source>还没有更正。

在中间的识别结果里点右键，可以拆分、合并、改标题。</source>
        <translation>No corrections yet.

Right-click the recognised text in the middle to split, join or retitle documents.</translation>
    </message>
    <message>
        <source>没有修复过文字。</source>
        <translation>No text was repaired.</translation>
    </message>
    <message>
        <source>没有删去任何文字。</source>
        <translation>No text was removed.</translation>
    </message>
    <message>
        <source>对照原文</source>
        <translation>Compare with Original</translation>
    </message>
</context>
<context>
    <name>JobIndicator</name>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停止；已经完成的部分会保留</source>
        <translation>Stop; finished work is kept</translation>
    </message>
    <message>
        <source>{title} {done}/{total}&#x3000;{text}</source>
        <translation>{title} {done}/{total}  {text}</translation>
    </message>
    <message>
        <source>{title}&#x3000;{text}</source>
        <translation>{title}  {text}</translation>
    </message>
    <message>
        <source>正在停止…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>，还要约 {minutes} 分钟</source>
        <translation>, about {minutes} min left</translation>
    </message>
    <message>
        <source>，还要约 {seconds} 秒</source>
        <translation>, about {seconds} s left</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>正在清理回收站</source>
        <translation>Emptying the trash</translation>
    </message>
    <message>
        <source>正在备份标注</source>
        <translation>Backing up annotations</translation>
    </message>
    <message>
        <source>有 {count} 条标注的位置要核对：标注 → 核对标注的位置。</source>
        <translation>Annotations whose place needs checking: {count}. See Annotate → Review Places of Annotations.</translation>
    </message>
    <message>
        <source>正在核对标注的位置</source>
        <translation>Checking the places of annotations</translation>
    </message>
    <message>
        <source>已恢复；原来的标注另存为 {name}</source>
        <translation>Restored. The annotations from before are saved as {name}</translation>
    </message>
    <message>
        <source>正在恢复备份</source>
        <translation>Restoring the backup</translation>
    </message>
    <message>
        <source>正在查看备份</source>
        <translation>Reading the backup</translation>
    </message>
    <message>
        <source>请先在主窗口的正文里选中文字。</source>
        <translation>Select some text in the main window first.</translation>
    </message>
</context>
<context>
    <name>KindWords</name>
    <message>
        <source>通知</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>批复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinions</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>决议</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>公告</source>
        <translation>Announcement</translation>
    </message>
    <message>
        <source>通告</source>
        <translation>Public notice</translation>
    </message>
    <message>
        <source>通报</source>
        <translation>Circular</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>请示</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>复函</source>
        <translation>Letter of reply</translation>
    </message>
    <message>
        <source>函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>纪要</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>令</source>
        <translation>Decree</translation>
    </message>
    <message>
        <source>公报</source>
        <translation>Communiqué</translation>
    </message>
    <message>
        <source>统计公报</source>
        <translation>Statistical communiqué</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>办法</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>条例</source>
        <translation>Regulations</translation>
    </message>
    <message>
        <source>规定</source>
        <translation>Provisions</translation>
    </message>
    <message>
        <source>细则</source>
        <translation>Detailed rules</translation>
    </message>
    <message>
        <source>计划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>规划</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>要点</source>
        <translation>Key tasks</translation>
    </message>
    <message>
        <source>议案</source>
        <translation>Bill</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>预案</source>
        <translation>Emergency plan</translation>
    </message>
    <message>
        <source>解读</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>讲话</source>
        <translation>Speech</translation>
    </message>
    <message>
        <source>措施</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>政策</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List of names</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>章程</source>
        <translation>Charter</translation>
    </message>
    <message>
        <source>指南</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>规范</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>布告</source>
        <translation>Proclamation</translation>
    </message>
    <message>
        <source>人事任免</source>
        <translation>Appointments and removals</translation>
    </message>
    <message>
        <source>大事记</source>
        <translation>Chronicle</translation>
    </message>
</context>
<context>
    <name>LaidOut</name>
    <message>
        <source>批注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>位置待确认</source>
        <translation>Place to be confirmed</translation>
    </message>
    <message>
        <source>单击打开；按住 Ctrl 在新标签页、Alt 在另一侧打开</source>
        <translation>Click to open; with Ctrl in a new tab, with Alt on the other side</translation>
    </message>
    <message>
        <source>本库未收</source>
        <translation>not in this library</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>公报、批注、标签和文件名保持原样。</source>
        <translation>Gazettes, notes, tags and file names stay as they are.</translation>
    </message>
    <message>
        <source>语言(&amp;L)</source>
        <translation>&amp;Language</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>{year}年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>第{number}期</source>
        <translation>Issue {number}</translation>
    </message>
    <message>
        <source>（总第{total}期）</source>
        <translation> (no. {total} overall)</translation>
    </message>
    <message>
        <source>未识别期次</source>
        <translation>Unrecognised Issues</translation>
    </message>
    <message>
        <source>单篇文件</source>
        <translation>Single Documents</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>公报库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>打开文件夹(&amp;O)</source>
        <translation>&amp;Open Folder</translation>
    </message>
    <message>
        <source>换用别的公报库(&amp;U)…</source>
        <translation>&amp;Use Another Library…</translation>
    </message>
    <message>
        <source>重建索引(&amp;B)</source>
        <translation>Re&amp;build Index</translation>
    </message>
    <message>
        <source>监视的文件夹</source>
        <translation>Watched folders</translation>
    </message>
    <message>
        <source>添加文件夹(&amp;A)…</source>
        <translation>&amp;Add Folder…</translation>
    </message>
    <message>
        <source>移除(&amp;R)</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>检索索引</source>
        <translation>Search index</translation>
    </message>
    <message>
        <source>监视的文件夹：有新的或改过的公报时提示您导入；不会自动导入，也不改动文件夹里的文件。</source>
        <translation>Watched folders: you are told about new or changed gazettes. Nothing is imported automatically, and the files themselves are never touched.</translation>
    </message>
    <message>
        <source>{folder}（现在找不到）</source>
        <translation>{folder} (cannot be found now)</translation>
    </message>
    <message>
        <source>选择公报库文件夹</source>
        <translation>Choose the library&apos;s folder</translation>
    </message>
    <message>
        <source>还没有监视的文件夹。</source>
        <translation>No folders are watched yet.</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>筛选标题、文号、机关…</source>
        <translation>Filter titles, numbers…</translation>
    </message>
    <message>
        <source>筛选公报库</source>
        <translation>Filter the library</translation>
    </message>
    <message>
        <source>筛出 {count} 篇</source>
        <translation>Documents found: {count}</translation>
    </message>
    <message>
        <source>{issues} 期 · {documents} 篇</source>
        <translation>Issues: {issues} · Documents: {documents}</translation>
    </message>
    <message>
        <source>公报库的排列和筛选</source>
        <translation>Order and filters of the library</translation>
    </message>
    <message>
        <source>排列和筛选</source>
        <translation>Order and Filters</translation>
    </message>
    <message>
        <source> · {count} 篇未读</source>
        <translation> · {count} unread</translation>
    </message>
    <message>
        <source>未读</source>
        <translation>unread</translation>
    </message>
    <message>
        <source>有标注</source>
        <translation>annotated</translation>
    </message>
    <message>
        <source>标签“{tag}”</source>
        <translation>tag &quot;{tag}&quot;</translation>
    </message>
    <message>
        <source>{only}：{count} 篇（按 Esc 显示全部）</source>
        <translation>{only}: {count} documents (Esc shows all)</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>公报库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>{count} 篇公文</source>
        <translation>{count} documents</translation>
    </message>
</context>
<context>
    <name>LibraryWords</name>
    <message>
        <source>在各期上按右键，可更正期次信息</source>
        <translation>Right-click an issue to correct its details</translation>
    </message>
    <message>
        <source>这些文件认不出是哪个机关、哪一年、第几期的公报。</source>
        <translation>The publisher, year and number of these files are not known.</translation>
    </message>
    <message>
        <source>在各期上按右键，选“更正期次信息”，就会归到所属的机关和年份。</source>
        <translation>Right-click an issue and choose &quot;Correct Issue Details&quot;; it then moves to its publisher and year.</translation>
    </message>
    <message>
        <source>未读</source>
        <translation>unread</translation>
    </message>
    <message>
        <source>已读</source>
        <translation>read</translation>
    </message>
    <message>
        <source>{count} 条标注</source>
        <translation>annotations: {count}</translation>
    </message>
    <message>
        <source>标签：{tags}</source>
        <translation>tags: {tags}</translation>
    </message>
    <message>
        <source>{count} 篇</source>
        <translation>documents: {count}</translation>
    </message>
    <message>
        <source>{count} 篇未读</source>
        <translation>unread: {count}</translation>
    </message>
    <message>
        <source>有更正</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Publisher</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>期次</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>公文</source>
        <translation>Document</translation>
    </message>
</context>
<context>
    <name>LinksAndTables</name>
    <message>
        <source>光标不在表格里</source>
        <translation>The cursor is not in a table</translation>
    </message>
    <message>
        <source>责任分工：{title}</source>
        <translation>Duties: {title}</translation>
    </message>
    <message>
        <source>本篇没有用“责任单位：”“牵头单位：”之类写明由谁办理。</source>
        <translation>The document does not say who is responsible for what.</translation>
    </message>
</context>
<context>
    <name>Locales</name>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>yyyy年M月d日 HH:mm</source>
        <translation>d MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>邸报</source>
        <translation>Dibao</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>使用说明</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>在说明里找</source>
        <translation>Find in the manual</translation>
    </message>
    <message>
        <source>说明目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>没有一页说到这些词。</source>
        <translation>No page contains these words.</translation>
    </message>
    <message>
        <source>说明正文</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message>
        <source>选中 {count} 条标注</source>
        <translation>Annotations selected: {count}</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>加标签…</source>
        <translation>Add Tag…</translation>
    </message>
    <message>
        <source>去掉标签</source>
        <translation>Remove Tag</translation>
    </message>
    <message>
        <source>导出这些标注…</source>
        <translation>Export These Annotations…</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>改颜色（{count} 条）</source>
        <translation>Change Style ({count})</translation>
    </message>
    <message>
        <source>加标签</source>
        <translation>Add Tag</translation>
    </message>
    <message>
        <source>给选中的 {count} 条标注加上标签（用逗号隔开）：</source>
        <translation>Tags to add to the selected annotations ({count}), separated by commas:</translation>
    </message>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>加标签（{count} 条）</source>
        <translation>Add Tag ({count})</translation>
    </message>
    <message>
        <source>去掉标签（{count} 条）</source>
        <translation>Remove Tag ({count})</translation>
    </message>
    <message>
        <source>连同出处复制</source>
        <translation>Copy with Citation</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>批注标记</source>
        <translation>Marks of notes</translation>
    </message>
</context>
<context>
    <name>MarkMenus</name>
    <message>
        <source>颜色</source>
        <translation>Style</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>这条标注所在的公文不在库中。</source>
        <translation>The document of this annotation is not in the library.</translation>
    </message>
    <message>
        <source>原文里已找不到这条标注的位置。</source>
        <translation>The place of this annotation can no longer be found in the text.</translation>
    </message>
    <message>
        <source>请先在正文里选中一段文字。</source>
        <translation>Select some text first.</translation>
    </message>
    <message>
        <source>请先点一下要调整范围的标注。</source>
        <translation>First click the annotation whose range you want to change.</translation>
    </message>
    <message>
        <source>请先点一下要删除的标注。</source>
        <translation>First click the annotation you want to delete.</translation>
    </message>
    <message>
        <source>请先选中一段文字，或点一下已有的标注。</source>
        <translation>First select some text or click an annotation.</translation>
    </message>
    <message>
        <source>选中 {count} 字</source>
        <translation>Characters selected: {count}</translation>
    </message>
    <message>
        <source>{what}：{change}</source>
        <translation>{what}: {change}</translation>
    </message>
    <message>
        <source>已删除 {count} 条标注。</source>
        <translation>Annotations deleted: {count}.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>书签(&amp;K)</source>
        <translation>Boo&amp;kmarks</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>复制出处(&amp;T)</source>
        <translation>Copy Ci&amp;tation</translation>
    </message>
    <message>
        <source>这一段是(&amp;P)</source>
        <translation>This &amp;Paragraph Is</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>标注(&amp;A)</source>
        <translation>&amp;Annotate</translation>
    </message>
    <message>
        <source>更正(&amp;R)</source>
        <translation>Co&amp;rrect</translation>
    </message>
    <message>
        <source>转到(&amp;G)</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>纸色(&amp;E)</source>
        <translation>Pap&amp;er</translation>
    </message>
    <message>
        <source>只看标签(&amp;T)</source>
        <translation>&amp;Tag Only</translation>
    </message>
    <message>
        <source>公报库(&amp;L)</source>
        <translation>&amp;Library</translation>
    </message>
    <message>
        <source>排列(&amp;O)</source>
        <translation>&amp;Order</translation>
    </message>
    <message>
        <source>最近打开(&amp;T)</source>
        <translation>Open &amp;Recent</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>没有完成：{reason}</source>
        <translation>Not done: {reason}</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>批注（{head}）：{note}</source>
        <translation>Note ({head}): {note}</translation>
    </message>
    <message>
        <source>位置待确认</source>
        <translation>Place to be confirmed</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>删除这条标注（Del）</source>
        <translation>Delete this annotation (Del)</translation>
    </message>
    <message>
        <source>删除这条标注</source>
        <translation>Delete this annotation</translation>
    </message>
    <message>
        <source>批注内容</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>标签，用逗号隔开，如：夜经济，安全/责任</source>
        <translation>Tags, separated by commas, such as: budget, safety/duties</translation>
    </message>
    <message>
        <source>（全文批注）</source>
        <translation>(note on the whole document)</translation>
    </message>
    <message>
        <source>批注提到的公文和条款</source>
        <translation>Documents and clauses this note mentions</translation>
    </message>
    <message>
        <source>提到：{links}</source>
        <translation>Mentions: {links}</translation>
    </message>
    <message>
        <source>写下批注：为何重要、怎么办……
可用 Markdown：**加粗**、- 列表。
条款、文号、《标题》成为链接。</source>
        <translation>Write a note: why it matters, what to do…
Markdown: **bold**, - lists.
Clauses, document numbers and quoted titles become links.</translation>
    </message>
</context>
<context>
    <name>NoteFollowing</name>
    <message>
        <source>本库未收 {name}</source>
        <translation>{name} is not in this library</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>正文旁的批注</source>
        <translation>Notes beside the text</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>提示</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>邸报打不开公报库</source>
        <translation>Dibao cannot open the library</translation>
    </message>
    <message>
        <source>标注文件 annotations.db 已损坏。最近一份完好的备份是 {moment} 的。

从这份备份恢复吗？损坏的文件会另外保存，不会删除。</source>
        <translation>The annotation file annotations.db is damaged. The latest intact backup is from {moment}.

Restore this backup? The damaged file is set aside, not deleted.</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore backup</translation>
    </message>
    <message>
        <source>没有恢复成功</source>
        <translation>The backup was not restored</translation>
    </message>
    <message>
        <source>公报库文件 library.db 不见了。保存的原件都在，可以据此重建；标注和批注不受影响。

现在重建吗？</source>
        <translation>The library file library.db is missing. The originals are all there, and it can be rebuilt from them; annotations and notes are not affected.

Rebuild it now?</translation>
    </message>
    <message>
        <source>公报库文件 library.db 已损坏。保存的原件都在，可以据此重建；标注和批注不受影响。

现在重建吗？损坏的文件会另外保存，不会删除。</source>
        <translation>The library file library.db is damaged. The originals are all there, and it can be rebuilt from them; annotations and notes are not affected.

Rebuild it now? The damaged file is set aside, not deleted.</translation>
    </message>
    <message>
        <source>重建</source>
        <translation>Rebuild</translation>
    </message>
    <message>
        <source>没有重建成功</source>
        <translation>The library was not rebuilt</translation>
    </message>
    <message>
        <source>邸报</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>上次用的公报库“{path}”现在找不到：可能已移到别处，或者移动硬盘、网络位置没有连上。

可以指出它现在的文件夹；否则这次打开“{other}”。</source>
        <translation>The library you used last, &quot;{path}&quot;, cannot be found. It may have been moved, or a drive or network location may not be connected.

You can show where it is now; otherwise &quot;{other}&quot; will be opened this time.</translation>
    </message>
    <message>
        <source>公报库现在的文件夹</source>
        <translation>Where the Library Is Now</translation>
    </message>
    <message>
        <source>指出文件夹…</source>
        <translation>Locate Folder…</translation>
    </message>
    <message>
        <source>这次打开默认的</source>
        <translation>Open the Default One</translation>
    </message>
    <message>
        <source>文件夹“{path}”里没有公报库。</source>
        <translation>There is no library in the folder &quot;{path}&quot;.</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>这篇公文没有章节标题。</source>
        <translation>This document has no headings.</translation>
    </message>
    <message>
        <source>打开一篇公文，这里显示它的大纲。</source>
        <translation>Open a document to see its outline here.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>滚动条</source>
        <translation>Scroll bar</translation>
    </message>
    <message>
        <source>查找命中</source>
        <translation>Hit</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>公报库里还没有公报</source>
        <translation>there are no gazettes in the library yet</translation>
    </message>
    <message>
        <source>没有可以撤销的</source>
        <translation>there is nothing to undo</translation>
    </message>
    <message>
        <source>没有可以重做的</source>
        <translation>there is nothing to redo</translation>
    </message>
    <message>
        <source>前面没有看过的</source>
        <translation>there is nothing to go back to</translation>
    </message>
    <message>
        <source>后面没有看过的</source>
        <translation>there is nothing to go forward to</translation>
    </message>
    <message>
        <source>要先打开一篇公文</source>
        <translation>open a document first</translation>
    </message>
    <message>
        <source>光标所在的地方不能这样更正</source>
        <translation>this cannot be corrected where the cursor is</translation>
    </message>
    <message>
        <source>要先选中文字或标注</source>
        <translation>select text or an annotation first</translation>
    </message>
    <message>
        <source>标签，{count} 条标注</source>
        <translation>tag, annotations: {count}</translation>
    </message>
    <message>
        <source>没有关闭过的标签页</source>
        <translation>no tab has been closed</translation>
    </message>
    <message>
        <source>公报库没有筛选</source>
        <translation>the library is not filtered</translation>
    </message>
    <message>
        <source>要先在公报库里选中公文或期次</source>
        <translation>select documents or issues in the library first</translation>
    </message>
    <message>
        <source>检索全库：{text}</source>
        <translation>Search the library: {text}</translation>
    </message>
    <message>
        <source>要先并排打开两篇不同的公文</source>
        <translation>open two different documents side by side first</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>现在不能用</source>
        <translation>not available now</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>打印预览</source>
        <translation>Print Preview</translation>
    </message>
    <message>
        <source>带标注和批注</source>
        <translation>With annotations and notes</translation>
    </message>
    <message>
        <source>缩放</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>请先打开一篇公文。</source>
        <translation>Open a document first.</translation>
    </message>
    <message>
        <source>正在排版</source>
        <translation>Preparing the pages</translation>
    </message>
    <message>
        <source>已送往打印机。</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>打印机没有响应。请检查打印机后再试。</source>
        <translation>The printer does not answer. Check it and try again.</translation>
    </message>
</context>
<context>
    <name>QueryBox</name>
    <message>
        <source>检索全库</source>
        <translation>Search library</translation>
    </message>
    <message>
        <source>检索全库：词语、“原文”、文号…</source>
        <translation>Words, &quot;exact text&quot;, number…</translation>
    </message>
    <message>
        <source>检索历史和保存的检索（Alt+↓）</source>
        <translation>History and saved searches (Alt+↓)</translation>
    </message>
    <message>
        <source>保存这次检索…</source>
        <translation>Save This Search…</translation>
    </message>
    <message>
        <source>删除保存的检索</source>
        <translation>Delete Saved Search</translation>
    </message>
    <message>
        <source>清除检索历史</source>
        <translation>Clear History</translation>
    </message>
</context>
<context>
    <name>RangeHandle</name>
    <message>
        <source>标注的起点</source>
        <translation>Start of the annotation</translation>
    </message>
    <message>
        <source>标注的终点</source>
        <translation>End of the annotation</translation>
    </message>
    <message>
        <source>拖动以改变标注的范围；用键盘：按 R</source>
        <translation>Drag to change the range of the annotation; by keyboard: press R</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>阅读</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>纸色</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>跟随系统明暗</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>明亮</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>米黄</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>夜间</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>正文字体</source>
        <translation>Font</translation>
    </message>
    <message>
        <source>正文字号</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>行距</source>
        <translation>Line spacing</translation>
    </message>
    <message>
        <source>每行最多字数</source>
        <translation>Maximum line length in characters</translation>
    </message>
    <message>
        <source> 字</source>
        <translation> characters</translation>
    </message>
    <message>
        <source>阅读时按 Ctrl + 加号、减号临时放大缩小，按 Ctrl+0 回到这里的字号。</source>
        <translation>While reading, Ctrl + plus and minus zoom; Ctrl+0 returns to the size chosen here.</translation>
    </message>
    <message>
        <source>{points} 磅</source>
        <translation>{points} pt</translation>
    </message>
    <message>
        <source>公文字体（仿宋或宋体）</source>
        <translation>As in official documents</translation>
    </message>
    <message>
        <source>五号&#x3000;10.5 磅</source>
        <translation>10.5 pt</translation>
    </message>
    <message>
        <source>小四&#x3000;12 磅</source>
        <translation>12 pt</translation>
    </message>
    <message>
        <source>默认&#x3000;12.75 磅</source>
        <translation>12.75 pt (default)</translation>
    </message>
    <message>
        <source>四号&#x3000;14 磅</source>
        <translation>14 pt</translation>
    </message>
    <message>
        <source>小三&#x3000;15 磅</source>
        <translation>15 pt</translation>
    </message>
    <message>
        <source>三号&#x3000;16 磅</source>
        <translation>16 pt</translation>
    </message>
    <message>
        <source>小二&#x3000;18 磅</source>
        <translation>18 pt</translation>
    </message>
    <message>
        <source>二号&#x3000;22 磅</source>
        <translation>22 pt</translation>
    </message>
    <message>
        <source>一号&#x3000;26 磅</source>
        <translation>26 pt</translation>
    </message>
    <message>
        <source>纸色(&amp;P)</source>
        <translation>&amp;Paper</translation>
    </message>
    <message>
        <source>正文字体(&amp;F)</source>
        <translation>&amp;Font</translation>
    </message>
    <message>
        <source>正文字号(&amp;S)</source>
        <translation>&amp;Size</translation>
    </message>
    <message>
        <source>行距(&amp;L)</source>
        <translation>&amp;Line spacing</translation>
    </message>
    <message>
        <source>每行最多(&amp;G)</source>
        <translation>Lon&amp;gest line</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>最近的公报</source>
        <translation>Recent issues</translation>
    </message>
    <message>
        <source>还没有读过公文</source>
        <translation>No documents read yet</translation>
    </message>
    <message>
        <source>《{title}》{year}年第{number}期</source>
        <translation>《{title}》 {year} No. {number}</translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message>
        <source>从公报库移除“{name}”？</source>
        <translation>Remove &quot;{name}&quot; from the library?</translation>
    </message>
    <message>
        <source>从公报库移除这 {count} 期？</source>
        <translation>Remove these {count} issues from the library?</translation>
    </message>
    <message>
        <source>其中的 {count} 篇公文不再列出，也检索不到。原件仍保存在公报库的 originals 文件夹里。</source>
        <translation>Its documents ({count}) will no longer be listed or found. The original stays in the library&apos;s &quot;originals&quot; folder.</translation>
    </message>
    <message>
        <source>{count} 条标注会暂时失去原文：它们仍然保留，列在“核对标注的位置”里，这一期再导入时回到原处。</source>
        <translation>Annotations that lose their text for now: {count}. They are kept, are listed under &quot;Review Places of Annotations&quot;, and return to their places when the issue is imported again.</translation>
    </message>
    <message>
        <source>可以撤销；以后重新导入原文件也能恢复。</source>
        <translation>This can be undone; importing the file again brings it back too.</translation>
    </message>
    <message>
        <source>移除期次</source>
        <translation>Remove Issues</translation>
    </message>
    <message>
        <source>移除(&amp;R)</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>移除 {count} 期</source>
        <translation>Remove issues ({count})</translation>
    </message>
    <message>
        <source>已移除 {count} 期，按 Ctrl+Z 恢复</source>
        <translation>Issues removed: {count}. Ctrl+Z brings them back</translation>
    </message>
    <message>
        <source>正在移除</source>
        <translation>Removing</translation>
    </message>
    <message>
        <source>已恢复 {count} 期</source>
        <translation>Issues brought back: {count}</translation>
    </message>
    <message>
        <source>正在恢复期次</source>
        <translation>Bringing issues back</translation>
    </message>
</context>
<context>
    <name>ReportModel</name>
    <message>
        <source>疑点</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>修复</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>第 {line} 行</source>
        <translation>Line {line}</translation>
    </message>
    <message>
        <source>整个文件</source>
        <translation>Whole file</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>排版标记</source>
        <translation>Markup</translation>
    </message>
    <message>
        <source>书眉</source>
        <translation>Running head</translation>
    </message>
    <message>
        <source>页眉</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>页脚</source>
        <translation>Footer</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>网页导航等</source>
        <translation>Web page navigation</translation>
    </message>
    <message>
        <source>重影字</source>
        <translation>Doubled characters</translation>
    </message>
    <message>
        <source>重复的表头</source>
        <translation>Repeated table head</translation>
    </message>
    <message>
        <source>重复的正文</source>
        <translation>Repeated text</translation>
    </message>
    <message>
        <source>续表标记</source>
        <translation>Table continuation mark</translation>
    </message>
    <message>
        <source>隐藏文字</source>
        <translation>Hidden text</translation>
    </message>
    <message>
        <source>修订中删去的文字</source>
        <translation>Tracked deletion</translation>
    </message>
    <message>
        <source>修订中移走的文字</source>
        <translation>Tracked move</translation>
    </message>
    <message>
        <source>注音</source>
        <translation>Phonetic guide</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>识别错字</source>
        <translation>Misread character</translation>
    </message>
    <message>
        <source>转义字符</source>
        <translation>Character entity</translation>
    </message>
    <message>
        <source>公式记号</source>
        <translation>Formula markup</translation>
    </message>
    <message>
        <source>部首字形</source>
        <translation>Radical form</translation>
    </message>
    <message>
        <source>控制字符</source>
        <translation>Control character</translation>
    </message>
    <message>
        <source>自动编号</source>
        <translation>Automatic number</translation>
    </message>
    <message>
        <source>网页标记</source>
        <translation>Web markup</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>下标</source>
        <translation>Subscript</translation>
    </message>
    <message>
        <source>上标</source>
        <translation>Superscript</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>发文字号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuers</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>从这里另起一篇</source>
        <translation>A new document begins here</translation>
    </message>
    <message>
        <source>这里不另起一篇，并入上一篇</source>
        <translation>No new document here; it belongs to the previous one</translation>
    </message>
    <message>
        <source>这一段是{kind}</source>
        <translation>This paragraph is: {kind}</translation>
    </message>
    <message>
        <source>（无）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>{fact}改为“{value}”</source>
        <translation>{fact} changed to &quot;{value}&quot;</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Body text</translation>
    </message>
    <message>
        <source>主送机关</source>
        <translation>Addressee</translation>
    </message>
    <message>
        <source>落款</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>所印发文件的标题</source>
        <translation>Title of the issued document</translation>
    </message>
    <message>
        <source>附件序号</source>
        <translation>Attachment label</translation>
    </message>
    <message>
        <source>附件标题</source>
        <translation>Attachment title</translation>
    </message>
    <message>
        <source>一级标题</source>
        <translation>Heading, level 1</translation>
    </message>
    <message>
        <source>二级标题</source>
        <translation>Heading, level 2</translation>
    </message>
    <message>
        <source>三级标题</source>
        <translation>Heading, level 3</translation>
    </message>
    <message>
        <source>四级标题</source>
        <translation>Heading, level 4</translation>
    </message>
    <message>
        <source>五级标题</source>
        <translation>Heading, level 5</translation>
    </message>
    <message>
        <source>六级标题</source>
        <translation>Heading, level 6</translation>
    </message>
    <message>
        <source>公报名称</source>
        <translation>Name of the gazette</translation>
    </message>
    <message>
        <source>公报的机关</source>
        <translation>Publisher</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>期号</source>
        <translation>Issue number</translation>
    </message>
    <message>
        <source>总期号</source>
        <translation>Overall number</translation>
    </message>
    <message>
        <source>出版日期</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <source>页下文字</source>
        <translation>Running foot</translation>
    </message>
    <message>
        <source>文件里的批注</source>
        <translation>Comment in the file</translation>
    </message>
    <message>
        <source>注释的序号</source>
        <translation>Number of a footnote</translation>
    </message>
    <message>
        <source>网页标签和脚本</source>
        <translation>Tags and scripts of a web page</translation>
    </message>
    <message>
        <source>共 {count} 个字符，不逐一列出</source>
        <translation>{count} characters in all, not listed one by one</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>核对标注的位置</source>
        <translation>Review Places of Annotations</translation>
    </message>
    <message>
        <source>待确认 {count}</source>
        <translation>Uncertain {count}</translation>
    </message>
    <message>
        <source>失去原文 {count}</source>
        <translation>Text not found {count}</translation>
    </message>
    <message>
        <source>已移动 {count}</source>
        <translation>Moved {count}</translation>
    </message>
    <message>
        <source>要核对的标注</source>
        <translation>Annotations to review</translation>
    </message>
    <message>
        <source>所有标注的位置都是准确的，没有要核对的。</source>
        <translation>All annotations are exactly in place; there is nothing to review.</translation>
    </message>
    <message>
        <source>就是这里(&amp;H)</source>
        <translation>T&amp;his Is the Place</translation>
    </message>
    <message>
        <source>在正文里看(&amp;S)</source>
        <translation>&amp;Show in Text</translation>
    </message>
    <message>
        <source>改附到选中的文字(&amp;A)</source>
        <translation>&amp;Attach to Selection</translation>
    </message>
    <message>
        <source>先在主窗口的正文里选中正确的文字，再点这里</source>
        <translation>Select the right text in the main window first, then click here</translation>
    </message>
    <message>
        <source>删除标注(&amp;D)</source>
        <translation>&amp;Delete Annotation</translation>
    </message>
    <message>
        <source>全部确认(&amp;C)</source>
        <translation>&amp;Confirm All</translation>
    </message>
    <message>
        <source>文字都没变，只是位置移动了：一次确认，可以撤销</source>
        <translation>The text is the same and only its place has changed: confirm all at once; this can be undone</translation>
    </message>
    <message>
        <source>标注时的原文</source>
        <translation>Text when annotated</translation>
    </message>
    <message>
        <source>现在的文字</source>
        <translation>Text now</translation>
    </message>
    <message>
        <source>原文有变动，程序找到一处很像的，但没有把握：请您决定。</source>
        <translation>The text has changed. A very similar passage was found, but it may not be the same one: please decide.</translation>
    </message>
    <message>
        <source>原文里已找不到这段话。可以在主窗口选中合适的文字，再点“改附到选中的文字”；或者留着不动。</source>
        <translation>This passage can no longer be found in the text. Select the right text in the main window and click &quot;Attach to Selection&quot;, or leave it as it is.</translation>
    </message>
    <message>
        <source>文字没变，位置随原文移动了。确认后不再提示。</source>
        <translation>The text is the same; its place moved with the document. Once confirmed, it is not listed again.</translation>
    </message>
    <message>
        <source>（没有找到）</source>
        <translation>(not found)</translation>
    </message>
</context>
<context>
    <name>SavedBar</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>在文件夹中显示</source>
        <translation>Show in Folder</translation>
    </message>
    <message>
        <source>复制文件</source>
        <translation>Copy File</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>{what}：{name}</source>
        <translation>{what}: {name}</translation>
    </message>
    <message>
        <source>没有能打开这种文件的程序；文件在 {path}</source>
        <translation>No program can open this kind of file. It is at {path}</translation>
    </message>
    <message>
        <source>文件在 {path}</source>
        <translation>The file is at {path}</translation>
    </message>
    <message>
        <source>已复制文件，可以粘贴到文件夹或邮件里。</source>
        <translation>File copied; paste it into a folder or an e-mail.</translation>
    </message>
    <message>
        <source>复制内容</source>
        <translation>Copy Contents</translation>
    </message>
    <message>
        <source>内容太多，请改用“复制文件”。</source>
        <translation>Too much to copy; use &quot;Copy File&quot; instead.</translation>
    </message>
    <message>
        <source>文件已经不在，或被改动过：{path}</source>
        <translation>The file is no longer there, or was changed: {path}</translation>
    </message>
    <message>
        <source>已复制内容，可以直接粘贴。</source>
        <translation>Contents copied; paste them where you like.</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>检索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>边打字边出结果(&amp;W)</source>
        <translation>Show results &amp;while typing</translation>
    </message>
    <message>
        <source>默认严格检索(&amp;S)</source>
        <translation>&amp;Strict search to begin with</translation>
    </message>
    <message>
        <source>清除检索历史(&amp;C)</source>
        <translation>&amp;Clear Search History</translation>
    </message>
    <message>
        <source>不选时，按回车才检索。</source>
        <translation>Otherwise the search starts when you press Enter.</translation>
    </message>
    <message>
        <source>严格：区分全角半角、大小写、繁简、括号引号的样式和空白。检索时可随时另选。</source>
        <translation>Strict search distinguishes full and half width, case, traditional and simplified characters, styles of brackets and quotes, and spaces. You can change this for each search.</translation>
    </message>
    <message>
        <source>已清除</source>
        <translation>Cleared</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>严格</source>
        <translation>Strict</translation>
    </message>
    <message>
        <source>区分全角半角、大小写、繁简、括号引号的样式和空白</source>
        <translation>Distinguish width, case, traditional and simplified characters, styles of brackets and quotes, and white space</translation>
    </message>
    <message>
        <source>停止检索（Esc）</source>
        <translation>Stop searching (Esc)</translation>
    </message>
    <message>
        <source>把命中列表存成文件</source>
        <translation>Save the list of results to a file</translation>
    </message>
    <message>
        <source>检索结果</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Excel 表格…</source>
        <translation>Excel Workbook…</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV File…</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown File…</translation>
    </message>
    <message>
        <source>几个词：都要出现
“城市更新”：原样出现
长政办发〔2022〕42号：按文号找
年:2021..2023&#x3000;机关:财政局
标签:…&#x3000;批注:…</source>
        <translation>several words: all must occur
&quot;城市更新&quot;: exact text
长政办发〔2022〕42号: by number
year:2021..2023  issuer:财政局
tag:…  note:…</translation>
    </message>
    <message>
        <source>{total} 条结果，{ms:.0f} 毫秒</source>
        <translation>Results: {total}, {ms:.0f} ms</translation>
    </message>
    <message>
        <source>已停止</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>正在检索…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>没有找到。换一个说法，或者去掉一个词试试。</source>
        <translation>Nothing found. Try other words, or fewer of them.</translation>
    </message>
    <message>
        <source>您是不是要找：{words}</source>
        <translation>Did you mean: {words}</translation>
    </message>
    <message>
        <source>去掉上面的筛选条件再找</source>
        <translation>Search without the filters above</translation>
    </message>
    <message>
        <source>不区分全半角、大小写、繁简再找</source>
        <translation>Search again, ignoring width, case and character forms</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>正在检索</source>
        <translation>Searching</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>正在重建索引</source>
        <translation>Rebuilding the index</translation>
    </message>
    <message>
        <source>索引已重建。</source>
        <translation>The index was rebuilt.</translation>
    </message>
    <message>
        <source>正在备份标注</source>
        <translation>Backing up annotations</translation>
    </message>
    <message>
        <source>已备份到 {path}</source>
        <translation>Backed up to {path}</translation>
    </message>
    <message>
        <source>文件夹是 {path}</source>
        <translation>The folder is {path}</translation>
    </message>
    <message>
        <source>还没有：有了标注以后会自动备份</source>
        <translation>None yet: backups begin with the first annotation</translation>
    </message>
    <message>
        <source>已收入全部 {documents} 篇公文</source>
        <translation>Contains all documents: {documents}</translation>
    </message>
    <message>
        <source>已收入 {held} 篇，共 {documents} 篇公文；其余正在补上，或重建索引</source>
        <translation>Contains {held} of {documents} documents; the rest are being added, or you can rebuild the index</translation>
    </message>
    <message>
        <source>正在查看…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>正在查看索引</source>
        <translation>Checking the index</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>设置的各页</source>
        <translation>Pages of the settings</translation>
    </message>
    <message>
        <source>恢复本页默认值(&amp;T)</source>
        <translation>Rese&amp;t This Page</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>正在读取公报库</source>
        <translation>Reading the library</translation>
    </message>
    <message>
        <source>正在准备筛选</source>
        <translation>Preparing the filter</translation>
    </message>
    <message>
        <source>设置没能保存：{reason}</source>
        <translation>The settings could not be saved: {reason}</translation>
    </message>
    <message>
        <source>还没有标签</source>
        <translation>No tags yet</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>找命令或快捷键</source>
        <translation>Find a command or a shortcut</translation>
    </message>
    <message>
        <source>找命令或快捷键，如：导出、Ctrl+G</source>
        <translation>Find a command or a shortcut: export, Ctrl+G</translation>
    </message>
    <message>
        <source>命令和快捷键</source>
        <translation>Commands and shortcuts</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>按下新的快捷键</source>
        <translation>Press the new shortcut</translation>
    </message>
    <message>
        <source>点这里，按下新的快捷键</source>
        <translation>Click here and press keys</translation>
    </message>
    <message>
        <source>不要快捷键(&amp;N)</source>
        <translation>&amp;No Shortcut</translation>
    </message>
    <message>
        <source>恢复默认(&amp;D)</source>
        <translation>&amp;Default</translation>
    </message>
    <message>
        <source>改给这个命令(&amp;G)</source>
        <translation>&amp;Give it to this one</translation>
    </message>
    <message>
        <source>这个按键在“标注样式”页里改。</source>
        <translation>Change this key on the &quot;Styles&quot; page.</translation>
    </message>
    <message>
        <source>这个命令的快捷键只在正文里起作用，可以用单个字母或数字。</source>
        <translation>This shortcut works in the text only, and may be a single letter or digit.</translation>
    </message>
    <message>
        <source>先在上面选一个命令。</source>
        <translation>Choose a command above first.</translation>
    </message>
    <message>
        <source>{key} 是标注样式“{other}”的按键，请先在“标注样式”页里改。</source>
        <translation>{key} is the key of the style &quot;{other}&quot;; change that on the &quot;Styles&quot; page first.</translation>
    </message>
    <message>
        <source>{key} 已用于“{other}”。</source>
        <translation>{key} is used for &quot;{other}&quot;.</translation>
    </message>
    <message>
        <source>默认的 {key} 已用于“{other}”，请先改那一个。</source>
        <translation>The default {key} is used for &quot;{other}&quot;; change that one first.</translation>
    </message>
    <message>
        <source>{key} 用来打开菜单，请换一个。</source>
        <translation>{key} opens a menu; choose another.</translation>
    </message>
    <message>
        <source>{key} 平时用来输入文字，请加上 Ctrl 或 Alt，或用 F1–F12。</source>
        <translation>{key} types text; add Ctrl or Alt, or use F1–F12.</translation>
    </message>
    <message>
        <source>{key} 用来移动光标或焦点，请换一个。</source>
        <translation>{key} moves the cursor or the focus; choose another.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>侧栏</source>
        <translation>Side panel</translation>
    </message>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>检索</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>在左边的公报库里选一篇公文，在这里阅读。</source>
        <translation>Choose a document in the library at the left to read it here.</translation>
    </message>
    <message>
        <source>按 {key} 重新打开刚才关闭的。</source>
        <translation>Press {key} to reopen what was closed last.</translation>
    </message>
</context>
<context>
    <name>SourceBeside</name>
    <message>
        <source>请先打开一篇公文。</source>
        <translation>Please open a document first.</translation>
    </message>
    <message>
        <source>正在读取原文</source>
        <translation>Reading the original</translation>
    </message>
    <message>
        <source>正在读取公报</source>
        <translation>Reading the issue</translation>
    </message>
    <message>
        <source>这一行不在任何一篇公文里。</source>
        <translation>This line is in no document.</translation>
    </message>
</context>
<context>
    <name>SourceSide</name>
    <message>
        <source>收起原文</source>
        <translation>Hide the original</translation>
    </message>
    <message>
        <source>原文不在了；把原文件再导入一次即可补上</source>
        <translation>The original is missing; import the file again to restore it</translation>
    </message>
    <message>
        <source>原文&#x3000;{name}</source>
        <translation>Original: {name}</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>下划线：{style}</source>
        <translation>Underline: {style}</translation>
    </message>
    <message>
        <source>标注：{style}</source>
        <translation>Highlight: {style}</translation>
    </message>
    <message>
        <source>位置待确认，请核对</source>
        <translation>place uncertain, please check</translation>
    </message>
    <message>
        <source>标签：{tags}</source>
        <translation>tags: {tags}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>批注：{note}</source>
        <translation>note: {note}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>StyleWords</name>
    <message>
        <source>重点</source>
        <translation>Key point</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>责任</source>
        <translation>Duty</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>疑问</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>存档</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>StylesEditor</name>
    <message>
        <source>每种颜色的含义由您定。改名、换色立即生效，已有的标注随之改变；可按 Ctrl+Z 撤销。</source>
        <translation>You decide what each colour means. New names and colours take effect at once, for existing annotations too; Ctrl+Z undoes changes.</translation>
    </message>
    <message>
        <source>新颜色的名称</source>
        <translation>Name of the new style</translation>
    </message>
    <message>
        <source>新颜色的名称，如：已办</source>
        <translation>Name of the new style, such as: Settled</translation>
    </message>
    <message>
        <source>添加(&amp;A)</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>明亮、米黄</source>
        <translation>Light, sepia</translation>
    </message>
    <message>
        <source>夜间</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>颜色名称</source>
        <translation>Name of the style</translation>
    </message>
    <message>
        <source>选色…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>{style}的颜色</source>
        <translation>Colour of {style}</translation>
    </message>
    <message>
        <source>{style}的按键</source>
        <translation>Key of {style}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>“{style}”的颜色</source>
        <translation>Colour of &quot;{style}&quot;</translation>
    </message>
    <message>
        <source>这个颜色上的字看不清，请选浅一些（夜间选深一些）的颜色。</source>
        <translation>Text is hard to read on this colour. Choose a lighter one (for dark paper, a darker one).</translation>
    </message>
</context>
<context>
    <name>StylesPage</name>
    <message>
        <source>标注样式</source>
        <translation>Styles</translation>
    </message>
</context>
<context>
    <name>Tabbing</name>
    <message>
        <source>请先打开一篇公文。</source>
        <translation>Please open a document first.</translation>
    </message>
    <message>
        <source>打开所指的公文</source>
        <translation>Open Linked Document</translation>
    </message>
    <message>
        <source>在新标签页打开所指的公文</source>
        <translation>Open Linked Document in New Tab</translation>
    </message>
    <message>
        <source>在另一侧打开所指的公文</source>
        <translation>Open Linked Document on Other Side</translation>
    </message>
    <message>
        <source>在新标签页打开</source>
        <translation>Open in New Tab</translation>
    </message>
    <message>
        <source>在另一侧打开</source>
        <translation>Open on Other Side</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭其他标签页</source>
        <translation>Close Other Tabs</translation>
    </message>
    <message>
        <source>保留这个标签页</source>
        <translation>Keep This Tab</translation>
    </message>
</context>
<context>
    <name>TableGrid</name>
    <message>
        <source>表头</source>
        <translation>Table header</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>拖动列边改变列宽，双击列边恢复</source>
        <translation>Drag an edge to change the width of a column, double-click it to reset</translation>
    </message>
    <message>
        <source>已复制 {count} 格</source>
        <translation>Copied cells: {count}</translation>
    </message>
</context>
<context>
    <name>TableMark</name>
    <message>
        <source>放大查看表格（光标在表内时按回车）</source>
        <translation>Enlarge Table (press Enter with the cursor in it)</translation>
    </message>
    <message>
        <source>放大查看表格</source>
        <translation>Enlarge Table</translation>
    </message>
</context>
<context>
    <name>TableWindow</name>
    <message>
        <source>{name} - 表格</source>
        <translation>{name} - Table</translation>
    </message>
    <message>
        <source>在表中查找</source>
        <translation>Find in table</translation>
    </message>
    <message>
        <source>上一处（Shift+F3）</source>
        <translation>Previous (Shift+F3)</translation>
    </message>
    <message>
        <source>下一处（F3）</source>
        <translation>Next (F3)</translation>
    </message>
    <message>
        <source>缩小（Ctrl+-）</source>
        <translation>Smaller (Ctrl+-)</translation>
    </message>
    <message>
        <source>放大（Ctrl++）</source>
        <translation>Larger (Ctrl++)</translation>
    </message>
    <message>
        <source>复制整表(&amp;C)</source>
        <translation>&amp;Copy Table</translation>
    </message>
    <message>
        <source>可粘贴到 Excel、WPS 和 Word</source>
        <translation>For pasting into Excel, WPS or Word</translation>
    </message>
    <message>
        <source>回到正文(&amp;S)</source>
        <translation>&amp;Show in Text</translation>
    </message>
    <message>
        <source>在正文里显示选中的格（回车）</source>
        <translation>Show the selected cell in the text (Enter)</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>第 {number} / {total} 格</source>
        <translation>Cell {number} / {total}</translation>
    </message>
</context>
<context>
    <name>TagWords</name>
    <message>
        <source>{tag}（{count}）</source>
        <translation>{tag} ({count})</translation>
    </message>
    <message>
        <source>{tag}（含下级）</source>
        <translation>{tag} (all below)</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>标签管理</source>
        <translation>Manage Tags</translation>
    </message>
    <message>
        <source>用“/”分层，如 安全/责任；上层改名、删除，下层一起变。改成已有的名字就是合并。</source>
        <translation>&quot;/&quot; makes levels, as in safety/duties; what lies below is renamed and deleted along with what is above. Renaming to a name that exists merges the two.</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>改名(&amp;R)…</source>
        <translation>&amp;Rename…</translation>
    </message>
    <message>
        <source>合并到(&amp;M)…</source>
        <translation>&amp;Merge into…</translation>
    </message>
    <message>
        <source>删除(&amp;D)</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>标签“{tag}”的新名字：</source>
        <translation>New name of the tag &quot;{tag}&quot;:</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>把标签“{tag}”合并到：</source>
        <translation>Merge the tag &quot;{tag}&quot; into:</translation>
    </message>
</context>
<context>
    <name>TemplateHelp</name>
    <message>
        <source>模板说明</source>
        <translation>About Templates</translation>
    </message>
    <message>
        <source>打开模板文件夹(&amp;O)</source>
        <translation>&amp;Open Template Folder</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>标题，即模板的名称</source>
        <translation>the title, which is the template&apos;s name</translation>
    </message>
    <message>
        <source>今天的日期</source>
        <translation>today&apos;s date</translation>
    </message>
    <message>
        <source>全部标注，依正文顺序</source>
        <translation>all annotations, in text order</translation>
    </message>
    <message>
        <source>有标注的公文，各有 annotations</source>
        <translation>documents with annotations, each with its annotations</translation>
    </message>
    <message>
        <source>按标签、颜色、日期分的组，各有 name 和 annotations</source>
        <translation>groups by tag, style or date, each with name and annotations</translation>
    </message>
    <message>
        <source>原文；原文各段</source>
        <translation>the quote; its paragraphs</translation>
    </message>
    <message>
        <source>批注（Markdown）；批注（网页用）</source>
        <translation>the note (Markdown); the note (for web pages)</translation>
    </message>
    <message>
        <source>标签；颜色的名称；颜色值</source>
        <translation>tags; name of the style; its colour</translation>
    </message>
    <message>
        <source>条款；所在的各级标题</source>
        <translation>the clause; the headings above it</translation>
    </message>
    <message>
        <source>引用写法；公报出处</source>
        <translation>the citation; where it stands in the gazette</translation>
    </message>
    <message>
        <source>原文写明的责任单位、配合单位、时限</source>
        <translation>responsible office, supporting offices and deadline where the text names them</translation>
    </message>
    <message>
        <source>位置状态；位置是否确定；是否针对整份文件</source>
        <translation>state of the place; whether it is certain; whether it is on the whole document</translation>
    </message>
    <message>
        <source>批注日期；修改日期；作者</source>
        <translation>date made; date changed; author</translation>
    </message>
    <message>
        <source>所在的公文</source>
        <translation>the document it stands in</translation>
    </message>
    <message>
        <source>公文标题；引用时用的标题</source>
        <translation>title of the document; title used in citations</translation>
    </message>
    <message>
        <source>文号；成文日期</source>
        <translation>document number; date</translation>
    </message>
    <message>
        <source>发文机关；公报的发布机关</source>
        <translation>issuer; publisher of the gazette</translation>
    </message>
    <message>
        <source>公报名；期次；页码</source>
        <translation>name of the gazette; issue; page</translation>
    </message>
    <message>
        <source>附出处的引用；简称；GB/T 7714 参考文献</source>
        <translation>citation with source; short form; GB/T 7714 reference</translation>
    </message>
    <message>
        <source>本库载明已失效</source>
        <translation>no longer in force, according to this library</translation>
    </message>
    <message>
        <source>## 自己的模板

把扩展名为 .md（Markdown）或 .html（网页）的 UTF-8 文本文件放进模板文件夹，就能在“模板”里选用。

与自带模板同名的，以自己的为准。

写法是 Jinja 模板语言：`{{ … }}` 处填入内容，`{% for … %}` 逐条重复，`{# … #}` 是说明，不输出。

```
{% for one in annotations %}
{{ loop.index }}. {{ one.quote|md }}（{{ one.citation|md }}）
{% endfor %}
```

网页模板里填入的文字自动转义；Markdown 模板里请在后面加 `|md`。

模板不能读取文件、引用其他模板或运行程序；写错时会指出第几行。

## 可用的名称

| 名称 | 内容 |
| --- | --- |
{rows}
</source>
        <translation>## Templates of your own

Put UTF-8 text files ending in .md (Markdown) or .html (web page) into the template folder, and they can be chosen under &quot;Template&quot;.

One with the name of a template that comes with the program takes its place.

They are written in the Jinja template language: `{{ … }}` is filled in, `{% for … %}` repeats, `{# … #}` is a remark that is not written out.

```
{% for one in annotations %}
{{ loop.index }}. {{ one.quote|md }} ({{ one.citation|md }})
{% endfor %}
```

What is filled into web pages is escaped by itself; in Markdown templates add `|md` behind it.

Templates cannot read files, include other templates or run programs; the line of a mistake is told.

## Names to use

| Name | Content |
| --- | --- |
{rows}
</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source>依据清单</source>
        <translation>List of Bases</translation>
    </message>
    <message>
        <source>按标签汇编</source>
        <translation>Digest by Tag</translation>
    </message>
    <message>
        <source>摘录</source>
        <translation>Excerpts</translation>
    </message>
    <message>
        <source>责任分工表</source>
        <translation>Table of Duties</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>工具栏</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>标注</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>纸色：明亮、米黄、夜间</source>
        <translation>Paper: light, sepia, dark</translation>
    </message>
    <message>
        <source>纸色</source>
        <translation>Paper</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>标注回收站</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>删除的标注在这里保留 {days} 天。</source>
        <translation>Deleted annotations are kept here for {days} days.</translation>
    </message>
    <message>
        <source>已删除的标注</source>
        <translation>Deleted annotations</translation>
    </message>
    <message>
        <source>回收站是空的。</source>
        <translation>The trash is empty.</translation>
    </message>
    <message>
        <source>恢复选中的标注(&amp;R)</source>
        <translation>&amp;Restore Selected</translation>
    </message>
    <message>
        <source>清空回收站(&amp;E)…</source>
        <translation>&amp;Empty Trash…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>回收站里的 {count} 条标注将彻底删除，不能再恢复。</source>
        <translation>Annotations in the trash: {count}. They will be deleted for good and cannot be restored.</translation>
    </message>
    <message>
        <source>清空回收站</source>
        <translation>Empty Trash</translation>
    </message>
    <message>
        <source>彻底删除(&amp;D)</source>
        <translation>&amp;Delete for Good</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>TreeMenu</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>复制出处</source>
        <translation>Copy Citation</translation>
    </message>
    <message>
        <source>复制标题</source>
        <translation>Copy Title</translation>
    </message>
    <message>
        <source>给全文写批注</source>
        <translation>Add Note on Whole Document</translation>
    </message>
    <message>
        <source>对照原文检查…</source>
        <translation>Compare with Original…</translation>
    </message>
    <message>
        <source>显示原件所在的文件夹</source>
        <translation>Show Folder of the Original</translation>
    </message>
    <message>
        <source>导入报告…</source>
        <translation>Import Report…</translation>
    </message>
    <message>
        <source>已复制：{text}</source>
        <translation>Copied: {text}</translation>
    </message>
    <message>
        <source>原件在 {path}</source>
        <translation>The original is at {path}</translation>
    </message>
    <message>
        <source>选中 {count} 篇公文</source>
        <translation>Documents selected: {count}</translation>
    </message>
    <message>
        <source>展开下面各层</source>
        <translation>Expand All Below</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Collapse</translation>
    </message>
    <message>
        <source>在标签页中打开这 {count} 篇</source>
        <translation>Open All in Tabs ({count})</translation>
    </message>
    <message>
        <source>复制各篇的出处</source>
        <translation>Copy Citations of All</translation>
    </message>
    <message>
        <source>已复制 {count} 条出处</source>
        <translation>Citations copied: {count}</translation>
    </message>
    <message>
        <source>比较这两篇…</source>
        <translation>Compare These Two…</translation>
    </message>
</context>
<context>
    <name>ValidityButton</name>
    <message>
        <source>{standing} ▾</source>
        <translation>{standing} ▾</translation>
    </message>
    <message>
        <source>依据本库推定；点开看写明这一点的原文</source>
        <translation>Inferred from this library; open to see the words that say so</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>No longer in force</translation>
    </message>
    <message>
        <source>有效期已满</source>
        <translation>Term is over</translation>
    </message>
    <message>
        <source>有效至{date}</source>
        <translation>In force until {date}</translation>
    </message>
    <message>
        <source>{date}起施行</source>
        <translation>In force from {date}</translation>
    </message>
    <message>
        <source>效力</source>
        <translation>Validity</translation>
    </message>
    <message>
        <source>依据本库推定，引用前请核实</source>
        <translation>Inferred from this library; check before citing</translation>
    </message>
    <message>
        <source>施行</source>
        <translation>From</translation>
    </message>
    <message>
        <source>届满</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>日期未定</source>
        <translation>no date given</translation>
    </message>
    <message>
        <source>{word}：{day}&#x3000;“{evidence}”</source>
        <translation>{word}: {day}  “{evidence}”</translation>
    </message>
    <message>
        <source>废止：《{title}》&#x3000;“{evidence}”</source>
        <translation>Repealed by 《{title}》: “{evidence}”</translation>
    </message>
    <message>
        <source>已写明延续</source>
        <translation>Prolonged</translation>
    </message>
    <message>
        <source>延续：《{title}》&#x3000;“{evidence}”</source>
        <translation>Extended by 《{title}》: “{evidence}”</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>还没有监视的文件夹：文件 → 监视文件夹。</source>
        <translation>No folders are watched yet; see File → Watched Folders.</translation>
    </message>
    <message>
        <source>正在查看监视的文件夹</source>
        <translation>Checking watched folders</translation>
    </message>
    <message>
        <source>监视的文件夹里没有新公报。</source>
        <translation>The watched folders hold no new gazettes.</translation>
    </message>
    <message>
        <source>监视的文件夹现在找不到：{folders}。连上以后会继续监视。</source>
        <translation>Watched folders cannot be found now: {folders}. They are watched again once they are back.</translation>
    </message>
    <message>
        <source>监视的文件夹里有 {count} 份新的或改过的公报：{names}</source>
        <translation>New or changed gazettes in watched folders ({count}): {names}</translation>
    </message>
    <message>
        <source>监视的文件夹里有 {count} 份新公报：{names}</source>
        <translation>New gazettes in watched folders ({count}): {names}</translation>
    </message>
    <message>
        <source>{names} 等</source>
        <translation>{names} and others</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>不再提示这些</source>
        <translation>Never offer these</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>邸报</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>政府公报离线阅读与批注</source>
        <translation>An offline reader and annotator for government gazettes</translation>
    </message>
    <message>
        <source>打开公报文件…</source>
        <translation>Open Gazette Files…</translation>
    </message>
    <message>
        <source>打开文件夹…</source>
        <translation>Open Folder…</translation>
    </message>
    <message>
        <source>看看示例公报</source>
        <translation>Look at a Sample Gazette</translation>
    </message>
    <message>
        <source>txt、Markdown、网页、Word、PDF，一次可选多个</source>
        <translation>txt, Markdown, web pages, Word, PDF; several at once</translation>
    </message>
    <message>
        <source>连同子文件夹里的公报一起导入</source>
        <translation>Imports the gazettes in its subfolders too</translation>
    </message>
    <message>
        <source>一期虚构的云汀市公报，先试试看</source>
        <translation>An issue of a fictional city, to try things out</translation>
    </message>
    <message>
        <source>也可以把文件或文件夹直接拖到这个窗口里</source>
        <translation>You can also drag files or folders into this window</translation>
    </message>
    <message>
        <source>导入 → 在左边选一篇 → 选中一句话，按 1–8 标色、按 N 写批注 → 检索、导出，引文注明出处</source>
        <translation>Import → choose a document on the left → select text, press 1–8 to mark it, N for a note → search and export, with citations</translation>
    </message>
    <message>
        <source>所有内容只存在这台电脑上，程序从不联网。</source>
        <translation>Everything stays on this computer; the program never goes online.</translation>
    </message>
    <message>
        <source>正在导入，马上就好……</source>
        <translation>Importing, just a moment…</translation>
    </message>
</context>
</TS>
